"""What systems write by hand: pages called .xls, dumps of database clients, reports with title, totals and signature.

No library stands between: the text is as these programs write it (Navicat, SQL Developer, PL/SQL Developer, DBeaver, DM,
ASP.NET GridView, layui, bootstrap-table, DataTables, FineReport, EasyExcel).
"""
import datetime
import html
import json
import zipfile
from xml.sax.saxutils import escape

from common import SOURCES, Writer, missing


def quoted(cell, quote='"'):
    return quote + str(cell).replace(quote, quote * 2) + quote


def csv(rows, newline="\r\n", delimiter=","):
    return newline.join(delimiter.join(quoted(c) for c in row) for row in rows) + newline


def database_clients():
    navicat, dev, plsql = Writer("Navicat form"), Writer("SQL Developer form"), Writer("PL/SQL Developer form")
    beaver, dm = Writer("DBeaver form"), Writer("DM form")
    for s in SOURCES:
        navicat.text(s, "navicat.csv", csv([s.names] + s.rows), "utf-8-sig")
        navicat.text(s, "navicat.json", json.dumps({"RECORDS": [dict(zip(s.names, r)) for r in s.rows]}, ensure_ascii=False, indent=1))
        body = "".join("\t<RECORD>\n" + "".join(f"\t\t<{n}>{escape(c)}</{n}>\n" for n, c in zip(s.names, r)) + "\t</RECORD>\n" for r in s.rows)
        navicat.text(s, "navicat.xml", f'<?xml version="1.0" encoding="UTF-8"?>\n<RECORDS>\n{body}</RECORDS>\n')
        cells = lambda tag, row: "".join(f"<{tag}>{html.escape(c)}</{tag}>" for c in row)
        navicat.text(s, "navicat.html",
                     '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>t_case</title>'
                     '<style type="text/css"> <!--.normal {  font-size: 12px}--></style></head><body>'
                     '<h3>t_case</h3><table border=1><tr>' + cells("th", s.names) + "</tr>"
                     + "".join("<tr class=normal valign=top>" + cells("td", r) + "</tr>" for r in s.rows) + "</table></body></html>",
                     expected="spaces")
        upper = [n.upper() for n in s.names]
        dev.text(s, "sqldev.csv", csv([upper] + s.rows), "gb18030")
        body = "".join("<ROW>\n" + "".join(f'<COLUMN NAME="{n}"><![CDATA[{c}]]></COLUMN>\n' for n, c in zip(upper, r)) + "</ROW>\n" for r in s.rows)
        dev.text(s, "sqldev.xml", f"<?xml version='1.0'  encoding='GBK' ?>\n<RESULTS>\n{body}</RESULTS>\n", "gb18030")
        dev.text(s, "sqldev.json", json.dumps({"results": [{"columns": [{"name": n, "type": "VARCHAR2"} for n in upper],
                 "items": [dict(zip([n.lower() for n in upper], r)) for r in s.rows]}]}, ensure_ascii=False))
        flat = [[c.replace("\n", " ").replace("\t", " ") for c in r] for r in s.rows]
        plsql.text(s, "plsql.csv", csv([[""] + upper] + [[i] + r for i, r in enumerate(s.rows, 1)]), "gb18030")
        plsql.text(s, "plsql.tsv", "\r\n".join("\t".join([str(c) for c in r]) for r in [[" "] + upper] + [[i] + r for i, r in enumerate(flat, 1)]),
                   "gb18030", expected="open")
        beaver.text(s, "dbeaver.json", json.dumps({"SELECT * FROM case_info": [dict(zip(s.names, r)) for r in s.rows]}, ensure_ascii=False, indent="\t"))
        beaver.text(s, "dbeaver.csv", csv([s.names] + s.rows, "\n"))
        dm.text(s, "dm.csv", csv([[""] + s.header] + [[i] + r for i, r in enumerate(s.rows, 1)]), "gb18030")
        dm.text(s, "dm-rownum.csv", csv([["行号"] + s.names] + [[i] + r for i, r in enumerate(s.rows, 1)]), "gb18030")
        dm.text(s, "null.csv", csv([s.header] + s.rows).replace('""', '"NULL"') if not any(c == "" or '"' in c for r in s.rows for c in r)
                else csv([s.header] + s.rows))


def pages():
    net, web, old = Writer("ASP.NET GridView form"), Writer("table export form"), Writer("Word/Excel HTML form")
    for s in SOURCES:
        td = lambda row, style="": "".join(f"<td{style}>{html.escape(c) or '&nbsp;'}</td>" for c in row)
        th = lambda row: "".join(f'<th scope="col">{html.escape(c)}</th>' for c in row)
        grid = ('<div>\r\n\t<table cellspacing="0" rules="all" border="1" id="GridView1" style="border-collapse:collapse;">\r\n\t\t<tr>'
                + th(s.header) + "\r\n\t\t</tr>" + "".join("<tr>\r\n\t\t\t" + td(r) + "\r\n\t\t</tr>" for r in s.rows) + "\r\n\t</table>\r\n</div>")
        net.text(s, "gridview.xls", grid, expected="spaces")
        net.text(s, "gridview-gbk.xls", '<meta http-equiv="content-type" content="application/ms-excel; charset=gb2312"/>' + grid,
                 "gb18030", "spaces")
        net.text(s, "mso.xls", "<style> .text { mso-number-format:\\@; } </style>" + grid.replace("<td>", '<td class="text" style="mso-number-format:\'\\@\'">'),
                 expected="spaces")
        web.text(s, "tableexport.xls",
                 '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" '
                 'xmlns="http://www.w3.org/TR/REC-html40"><head><meta charset="UTF-8"><!--[if gte mso 9]><xml><x:ExcelWorkbook>'
                 "<x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Sheet1</x:Name><x:WorksheetOptions><x:DisplayGridlines/>"
                 "</x:WorksheetOptions></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head><body>"
                 "<table><thead><tr>" + th(s.header) + "</tr></thead><tbody>" + "".join(f"<tr>{td(r)}</tr>" for r in s.rows)
                 + f'</tbody><tfoot><tr><td colspan="{len(s.header)}">显示第 1 到第 {len(s.rows)} 条记录，总共 {len(s.rows)} 条记录</td></tr></tfoot>'
                 "</table></body></html>", "utf-8-sig", "spaces")
        # layui keeps its header, its body and its fixed columns in tables of their own
        web.text(s, "layui.xls", '<div class="layui-table-box"><div class="layui-table-header"><table><thead><tr>'
                 + "".join(f'<th data-field="{n}"><div class="layui-table-cell"><span>{html.escape(h)}</span></div></th>' for n, h in zip(s.names, s.header))
                 + '</tr></thead></table></div><div class="layui-table-body"><table><tbody>'
                 + "".join('<tr data-index="0">' + "".join(f'<td data-content=""><div class="layui-table-cell">{html.escape(c)}</div></td>' for c in r) + "</tr>" for r in s.rows)
                 + "</tbody></table></div></div>", expected="spaces")
        # layui's own export: text with tabs behind long numbers, so that Excel does not round them
        web.text(s, "layui.csv", "\ufeff" + ",".join(s.header) + "\r\n" + "".join(",".join(quoted(c + "\t" if c.isdigit() and len(c) > 10 else c) for c in r) + "\r\n" for r in s.rows))
        web.text(s, "equals.csv", ",".join(s.header) + "\r\n" + "".join(",".join(f'="{c}"' if c.isdigit() else quoted(c) for c in r) + "\r\n" for r in s.rows), "gb18030")
        web.text(s, "apostrophe.csv", csv([s.header] + [["'" + c if c.isdigit() and len(c) > 10 else c for c in r] for r in s.rows]))
        web.text(s, "trailing.csv", "".join(",".join(quoted(c) for c in r) + ",\r\n" for r in [s.header] + s.rows))
        web.text(s, "utf16le-no-bom.csv", csv([s.header] + s.rows), "utf-16-le")
        old.text(s, "span.xls", "<table><tr><td colspan=5><b>" + s.title + "</b></td></tr><tr>" + "".join(f"<td><p class=MsoNormal><span lang=ZH-CN>{html.escape(c)}</span></p></td>" for c in s.header)
                 + "</tr>" + "".join("<tr>" + "".join(f"<td><p class=MsoNormal><span>{html.escape(c)}</span></p></td>" for c in r) for r in s.rows) + "</table>", expected="spaces")


def reports():
    """Reports in print: title, date, repeated header on each page, subtotals, total, signature."""
    try:
        import openpyxl
    except ImportError as e:
        missing("FineReport form", e)
        return
    writer = Writer("FineReport form")
    for s in SOURCES:
        wide = len(s.header)
        for form in ("report", "pages"):
            book = openpyxl.Workbook()
            sheet = book.active
            sheet.append([s.title + "（2026年第三季度）"])
            sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=max(2, wide))
            sheet.append(["填报单位：沙坡头区市场监督管理局", None, "制表日期：2026-09-30"])
            sheet.append(s.header)
            half = len(s.rows) // 2
            for i, row in enumerate(s.typed_rows):
                if form == "pages" and i == half:
                    sheet.append([f"第1页 共2页"])
                    sheet.append([s.title + "（2026年第三季度）"])
                    sheet.append(s.header)
                sheet.append(row)
            sheet.append([])
            sheet.append(["制表人：张三", None, "审核人：李四", None, "制表时间：2026-10-01 09:00:00"])
            if form == "pages":
                sheet.append(["第2页 共2页"])
            path = writer.path(s, form + ".xlsx")
            book.save(path)
            writer.wrote(path, s)


NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def bare_packages():
    """Workbooks with no more parts than Excel needs, cells as EasyExcel, JasperReports and hand-written exporters leave them."""
    writer = Writer("inline string form")
    for s in SOURCES:
        for form in ("inline", "no-references", "prefixed", "formula-text", "phonetic"):
            rows = []
            for r, row in enumerate([s.header] + s.typed_rows, 1):
                cells = []
                for c, v in enumerate(row):
                    at = "" if form == "no-references" else f' r="{name(c)}{r}"'
                    if v is None:
                        cells.append(f"<c{at}/>")
                    elif isinstance(v, (int, float)) and not isinstance(v, bool):
                        cells.append(f"<c{at}><v>{v!r}</v></c>" if form != "formula-text" else f"<c{at}><f>{v!r}+0</f><v>{float(v)!r}</v></c>")
                    else:
                        t = escape(v if isinstance(v, str) else v.isoformat(sep=" ") if isinstance(v, datetime.datetime) else v.isoformat())
                        if form == "formula-text":
                            cells.append(f'<c{at} t="str"><f>T("x")</f><v>{t}</v></c>' if t.strip() == t else f'<c{at} t="str"><v xml:space="preserve">{t}</v></c>')
                        elif form == "phonetic":
                            cells.append(f'<c{at} t="inlineStr"><is><r><t xml:space="preserve">{t[:0]}</t></r><r><t xml:space="preserve">{t}</t></r><rPh sb="0" eb="1"><t>pinyin</t></rPh></is></c>')
                        else:
                            cells.append(f'<c{at} t="inlineStr"><is><t xml:space="preserve">{t}</t></is></c>')
                number = "" if form == "no-references" else f' r="{r}"'
                rows.append(f"<row{number}>{''.join(cells)}</row>")
            sheet = f'<worksheet {NS}><sheetData>{"".join(rows)}</sheetData></worksheet>'
            book = f'<workbook {NS}><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
            if form == "prefixed":
                import re
                sheet, book = (re.sub(r"<(/?)([a-zA-Z])", r"<\1x:\2", t).replace('xmlns="', 'xmlns:x="') for t in (sheet, book))
            path = writer.path(s, form + ".xlsx")
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
                z.writestr("[Content_Types].xml", head + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
                z.writestr("_rels/.rels", head + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>')
                z.writestr("xl/workbook.xml", head + book)
                z.writestr("xl/_rels/workbook.xml.rels", head + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
                z.writestr("xl/worksheets/sheet1.xml", head + sheet)
            writer.wrote(path, s)


def name(column):
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


database_clients()
pages()
reports()
bare_packages()
