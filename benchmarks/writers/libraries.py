"""Spreadsheet and data libraries of Python, each as its own documentation shows it."""
import csv
import datetime
import importlib
import io
import json
import warnings
import zipfile

from common import PLACE, SOURCES, Writer, missing


def has(*modules):
    for module in modules:
        try:
            importlib.import_module(module)
        except ImportError as e:
            missing(module, e)
            return False
    return True


def openpyxl_books():
    import openpyxl
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.comments import Comment
    from openpyxl.styles import Font
    from openpyxl.worksheet.datavalidation import DataValidation

    writer = Writer("openpyxl")

    def book(source, rows, header=None):
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        sheet.append(header or source.header)
        for row in rows:
            sheet.append(row)
        return workbook, sheet

    def save(workbook, source, form, **kw):
        path = writer.path(source, form + ".xlsx")
        workbook.save(path)
        writer.wrote(path, source, **kw)

    for source in SOURCES:
        workbook, sheet = book(source, source.typed_rows)
        for row in sheet.iter_rows(min_row=2):
            for cell, field in zip(row, source.fields):
                if field["type"] == "date":
                    cell.number_format = 'yyyy"年"m"月"d"日"'
        save(workbook, source, "typed")

        save(book(source, source.rows)[0], source, "all-text")

        workbook, sheet = book(source, source.typed_rows)
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if isinstance(cell.value, str):
                    cell.quotePrefix = True
        save(workbook, source, "apostrophes")

        # a sheet as a careful clerk keeps it
        workbook, sheet = book(source, source.typed_rows)
        sheet.freeze_panes = "B2"
        sheet.auto_filter.ref = sheet.dimensions
        sheet.column_dimensions["B"].hidden = True
        sheet.row_dimensions[3].hidden = False
        rule = DataValidation(type="list", formula1='"是,否"', allow_blank=True)
        sheet.add_data_validation(rule)
        rule.add("C2:C99")
        sheet["A1"].comment = Comment("必填，见填报说明", "市监局")
        sheet["B2"].hyperlink = "http://example.invalid/case?id=1"
        for row in sheet.iter_rows(min_row=2, max_row=4):
            for cell in row:
                if isinstance(cell.value, str) and len(cell.value) > 2:
                    cell.value = CellRichText(cell.value[:1], TextBlock(InlineFont(b=True), cell.value[1:]))
        save(workbook, source, "clerk")

        # columns in another order, one unknown one
        order = sorted(range(len(source.header)), key=lambda i: (i * 7) % len(source.header) * 1000 + i)
        rows = [[row[i] for i in order] + ["内部备注"] for row in source.typed_rows]
        save(book(source, rows, [source.header[i] for i in order] + ["系统内部列X"])[0], source, "shuffled")

        # optional columns left out, rarely filled ones first
        drop = [i for i, f in enumerate(source.fields) if f["required"] == "no"][-2:]
        keep = [i for i in range(len(source.fields)) if i not in drop]
        rows = [[row[i] for i in keep] for row in source.typed_rows]
        save(book(source, rows, [source.header[i] for i in keep])[0], source, "fewer-columns",
             without=[source.names[i] for i in drop])

        # headers as people write them
        starred = [("*" if f["required"] == "yes" else "") + f["label"] for f in source.fields]
        save(book(source, source.typed_rows, starred)[0], source, "stars")
        starred = [f["label"] + ("（必填）" if f["required"] == "yes" else "") for f in source.fields]
        save(book(source, source.typed_rows, starred)[0], source, "must")
        broken = [f["label"][:2] + "\n" + f["label"][2:] for f in source.fields]
        save(book(source, source.typed_rows, broken)[0], source, "line-breaks")
        wide = [f["label"].translate({c: c + 0xFEE0 for c in range(0x21, 0x7F)}) for f in source.fields]
        save(book(source, source.typed_rows, wide)[0], source, "full-width")
        spaced = [" ".join(f["label"]) for f in source.fields]
        save(book(source, source.typed_rows, spaced)[0], source, "spaced")
        save(book(source, source.typed_rows, source.names)[0], source, "codes")
        save(book(source, source.typed_rows, [n.upper() for n in source.names])[0], source, "codes-upper")
        for form, text in (("label-and-code", "{label}({name})"), ("label_code", "{label}_{name}"), ("label-slash-code", "{label}/{name}"),
                           ("code-and-label", "{name}（{label}）"), ("label-line-code", "{label}\n{name}")):
            both = [text.format(**f) for f in source.fields]
            save(book(source, source.typed_rows, both)[0], source, form)
        # codes in a row of their own below the labels, as platforms' templates have it
        save(book(source, [source.names] + source.typed_rows)[0], source, "codes-below")
        save(book(source, [source.header] + source.typed_rows, source.names)[0], source, "labels-below")

        workbook, sheet = book(source, source.typed_rows)
        # true and false as a program keeps them
        for row in sheet.iter_rows(min_row=2):
            for cell, field in zip(row, source.fields):
                if field["type"] == "boolean" and cell.value in ("是", "否"):
                    cell.value = cell.value == "是"
        save(workbook, source, "booleans")

        # ISO texts with T, zone and milliseconds, as services write them
        iso = [[(v.strftime("%Y-%m-%dT00:00:00.000+08:00") if type(v) is datetime.date else
                 v.strftime("%Y-%m-%dT%H:%M:%S+08:00") if isinstance(v, datetime.datetime) else v) for v in row]
               for row in source.typed_rows]
        save(book(source, iso)[0], source, "iso-moments")

        # the table begins in the third column of the fourth row
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        sheet["C2"] = source.title
        sheet["C2"].font = Font(bold=True)
        sheet.merge_cells(start_row=2, start_column=3, end_row=2, end_column=2 + len(source.header))
        for r, row in enumerate([source.header] + source.typed_rows):
            for c, cell in enumerate(row):
                sheet.cell(row=4 + r, column=3 + c, value=cell)
        save(workbook, source, "offset")

        # a cover sheet, a sheet of notes and a hidden dictionary
        workbook, sheet = book(source, source.typed_rows)
        sheet.title = "数据"
        cover = workbook.create_sheet("填报说明", 0)
        cover["A1"] = "填报说明"
        cover["A2"] = "1. 带*为必填项。2. 日期格式为2026-09-30。"
        hidden = workbook.create_sheet("字典")
        hidden.append(["是", "否"])
        hidden.sheet_state = "hidden"
        workbook.create_sheet("Sheet3")
        save(workbook, source, "cover-and-dictionary")

        write_only = openpyxl.Workbook(write_only=True)
        sheet = write_only.create_sheet()
        for row in [source.header] + source.typed_rows:
            sheet.append(row)
        path = writer.path(source, "write-only.xlsx")
        write_only.save(path)
        writer.wrote(path, source)

        workbook = openpyxl.Workbook(iso_dates=True)
        sheet = workbook.active
        for row in [source.header] + source.typed_rows:
            sheet.append(row)
        save(workbook, source, "iso-dates")
        from openpyxl.utils.datetime import CALENDAR_MAC_1904
        workbook = openpyxl.Workbook()
        workbook.epoch = CALENDAR_MAC_1904
        sheet = workbook.active
        for row in [source.header] + source.typed_rows:
            sheet.append(row)
        save(workbook, source, "1904")


def xlsxwriter_books():
    import xlsxwriter

    writer = Writer("xlsxwriter")
    for source in SOURCES:
        for form, options in {
            "table": {},
            "constant-memory": {"constant_memory": True},
            "formulas": {},
            "nan": {"nan_inf_to_errors": True},
        }.items():
            path = writer.path(source, form + ".xlsx")
            workbook = xlsxwriter.Workbook(str(path), {**options, "default_date_format": "yyyy/mm/dd", "remove_timezone": True})
            sheet = workbook.add_worksheet("导出结果")
            sheet.write_row(0, 0, source.header)
            moment = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
            for r, row in enumerate(source.typed_rows, 1):
                for c, v in enumerate(row):
                    if v is None:
                        sheet.write_blank(r, c, None, workbook.add_format({"border": 1}))
                    elif isinstance(v, datetime.datetime):
                        sheet.write_datetime(r, c, v, moment)
                    elif isinstance(v, datetime.date):
                        sheet.write_datetime(r, c, datetime.datetime(v.year, v.month, v.day))
                    elif isinstance(v, str) and form == "formulas" and v and '"' not in v and "\n" not in v and "\t" not in v:
                        sheet.write_formula(r, c, f'="{v}"', None, v)
                    elif isinstance(v, str):
                        sheet.write_string(r, c, v)
                    elif form == "formulas":
                        sheet.write_formula(r, c, f"={v}*1", None, v)
                    else:
                        sheet.write_number(r, c, v)
            if form == "table":
                sheet.add_table(0, 0, len(source.rows), len(source.header) - 1,
                                {"columns": [{"header": h} for h in source.header]})
            workbook.close()
            writer.wrote(path, source)


def pandas_books():
    import pandas as pd

    writer = Writer("pandas")
    for source in SOURCES:
        frame = pd.DataFrame(source.typed_rows, columns=source.header)
        for c, field in zip(source.header, source.fields):
            if field["type"] in ("date", "timestamp"):
                frame[c] = pd.to_datetime(frame[c])
        for engine in ("openpyxl", "xlsxwriter"):
            path = writer.path(source, engine + ".xlsx")
            frame.to_excel(path, index=False, engine=engine)
            writer.wrote(path, source)
        path = writer.path(source, "index.xlsx")
        frame.to_excel(path)
        writer.wrote(path, source)
        path = writer.path(source, "odf.ods")
        frame.to_excel(path, index=False, engine="odf")
        writer.wrote(path, source, "spaces")
        texts = pd.DataFrame(source.rows, columns=source.header)
        # to_html writes a line break as a backslash and an n: nobody can tell it from those two characters
        path = writer.path(source, "plain.html")
        texts.replace(r"\s+", " ", regex=True).to_html(path, index=False, encoding="utf-8")
        writer.wrote(path, source, "spaces")
        path = writer.path(source, "typed.html")
        frame.replace(r"\s+", " ", regex=True).to_html(path, encoding="utf-8")
        writer.wrote(path, source, "spaces")
        for orient in ("records", "split", "table", "index", "columns", "values"):
            path = writer.path(source, f"{orient}.json")
            frame.to_json(path, orient=orient, force_ascii=False, date_format="iso")
            writer.wrote(path, source, "refused" if orient == "values" else "same" if orient in ("records", "table", "index") else "open")
        path = writer.path(source, "epoch.json")
        # milliseconds count from UTC, and pandas takes the wall clock for that: points in time are off by its own doing
        frame.to_json(path, orient="records", date_format="epoch", date_unit="ms")
        writer.wrote(path, source, without=[f["name"] for f in source.fields if f["type"] == "timestamp"])
        path = writer.path(source, "lines.jsonl")
        frame.to_json(path, orient="records", lines=True, force_ascii=True, date_format="iso")
        writer.wrote(path, source)
        path = writer.path(source, "index.csv")
        frame.to_csv(path)
        writer.wrote(path, source)
        path = writer.path(source, "sig.csv")
        frame.to_csv(path, index=False, encoding="utf-8-sig", date_format="%Y/%m/%d %H:%M:%S")
        writer.wrote(path, source)
        frame_codes = texts.copy()
        frame_codes.columns = source.names
        path = writer.path(source, "attributes.xml")
        frame_codes.to_xml(path, index=False, attr_cols=source.names, parser="etree")
        writer.wrote(path, source, "spaces")
        path = writer.path(source, "elements.xml")
        frame_codes.to_xml(path, parser="etree")
        writer.wrote(path, source)


def xlwt_books():
    import xlwt

    writer = Writer("xlwt")
    for source in SOURCES:
        workbook = xlwt.Workbook(encoding="utf-8")
        sheet = workbook.add_sheet("台账")
        day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
        moment = xlwt.easyxf(num_format_str="yyyy/m/d h:mm:ss")
        sheet.write_merge(0, 0, 0, len(source.header) - 1, source.title)
        for c, label in enumerate(source.header):
            sheet.write(1, c, label)
        for r, row in enumerate(source.typed_rows, 2):
            for c, v in enumerate(row):
                if isinstance(v, datetime.datetime):
                    sheet.write(r, c, v, moment)
                elif isinstance(v, datetime.date):
                    sheet.write(r, c, v, day)
                elif v is not None:
                    sheet.write(r, c, v)
        path = writer.path(source, "biff8.xls")
        workbook.save(str(path))
        writer.wrote(path, source)


def other_books():
    if has("pyexcelerate"):
        from pyexcelerate import Workbook
        writer = Writer("pyexcelerate")
        for source in SOURCES:
            workbook = Workbook()
            rows = [[datetime.datetime(v.year, v.month, v.day) if type(v) is datetime.date else v for v in row]
                    for row in source.typed_rows]
            workbook.new_sheet("s", data=[source.header] + rows)
            path = writer.path(source, "fast.xlsx")
            workbook.save(str(path))
            writer.wrote(path, source)
    if has("polars", "xlsxwriter"):
        import polars as pl
        writer = Writer("polars")
        for source in SOURCES:
            frame = pl.DataFrame(source.typed_rows, schema=source.header, orient="row", strict=False)
            path = writer.path(source, "polars.xlsx")
            frame.write_excel(path)
            writer.wrote(path, source)
            path = writer.path(source, "polars.csv")
            frame.write_csv(path)
            writer.wrote(path, source)
            path = writer.path(source, "polars.ndjson")
            frame.write_ndjson(path)
            writer.wrote(path, source)
    if has("pyexcel_ods3"):
        from pyexcel_ods3 import save_data
        writer = Writer("pyexcel-ods3")
        for source in SOURCES:
            path = writer.path(source, "ezodf.ods")
            save_data(str(path), {"台账": [source.header] + source.typed_rows})
            writer.wrote(path, source)
    if has("tablib"):
        import tablib
        writer = Writer("tablib")
        for source in SOURCES:
            data = tablib.Dataset(*source.rows, headers=source.header)
            for form in ("csv", "tsv", "json", "html", "yaml", "xlsx", "xls", "ods", "dbf", "latex"):
                try:
                    content = data.export(form)
                except Exception as e:  # a form whose own library is missing
                    if source is SOURCES[0]:
                        missing(f"tablib {form}", e)
                    continue
                path = writer.path(source, "tablib." + form)
                path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
                writer.wrote(path, source, "refused" if form in ("yaml", "dbf", "latex") else "spaces" if form == "html" else "same")
    if has("lxml"):
        from lxml import etree
        writer = Writer("lxml")
        for source in SOURCES:
            for names, form in ((source.names, "codes"), ([n.upper() for n in source.names], "upper")):
                root = etree.Element("RESPONSE")
                head = etree.SubElement(root, "HEAD")
                etree.SubElement(head, "TOTAL").text = str(len(source.rows))
                etree.SubElement(head, "EXPORT_TIME").text = "2026-09-30 12:00:00"
                body = etree.SubElement(root, "DATA")
                for row in source.rows:
                    record = etree.SubElement(body, "ROW")
                    for name, cell in zip(names, row):
                        etree.SubElement(record, name).text = cell
                for encoding in ("UTF-8", "GB18030", "UTF-16"):
                    path = writer.path(source, f"{form}-{encoding}.xml")
                    path.write_bytes(etree.tostring(root, encoding=encoding, xml_declaration=True, pretty_print=True))
                    writer.wrote(path, source)
            root = etree.Element("{http://example.invalid/ns}表", nsmap={None: "http://example.invalid/ns"})
            for row in source.rows:
                record = etree.SubElement(root, "{http://example.invalid/ns}记录")
                for label, cell in zip(source.header, row):
                    field = etree.SubElement(record, "{http://example.invalid/ns}字段", name=label)
                    field.text = etree.CDATA(cell)
            path = writer.path(source, "name-attribute.xml")
            path.write_bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))
            writer.wrote(path, source)


def csv_files():
    writer = Writer("csv module")
    for source in SOURCES:
        for form, encoding, options in (
            ("utf8", "utf-8", {}),
            ("gb18030", "gb18030", {}),
            ("utf16", "utf-16", {"delimiter": "\t"}),
            ("utf16be", "utf-16-be", {"delimiter": ","}),
            ("semicolon", "utf-8-sig", {"delimiter": ";"}),
            ("tab", "gb18030", {"delimiter": "\t"}),
            ("quote-all", "utf-8", {"quoting": csv.QUOTE_ALL}),
            ("unix", "utf-8", {"lineterminator": "\n"}),
            ("escape", "utf-8", {"doublequote": False, "escapechar": "\\"}),
            ("pipe", "utf-8", {"delimiter": "|"}),
        ):
            out = io.StringIO(newline="")
            lines = csv.writer(out, **options)
            lines.writerow(source.header)
            lines.writerows(source.rows)
            # a backslash before a quote is not RFC 4180: what is shifted by it is returned with what to do
            writer.text(source, form + ".csv", out.getvalue(), encoding, "open" if form == "escape" else "same")


def json_files():
    writer = Writer("json module")
    for source in SOURCES:
        labelled = [dict(zip(source.header, row)) for row in source.rows]
        coded = [dict(zip(source.names, row)) for row in source.typed_rows]
        camel = [{"".join(p if i == 0 else p.capitalize() for i, p in enumerate(n.split("_"))): v for n, v in row.items()}
                 for row in coded]
        def dump(o, **kw):
            return json.dumps(o, ensure_ascii=kw.pop("ascii", False), default=str, **kw)
        for form, text in {
            "flat": dump(labelled),
            "ascii": dump(coded, ascii=True),
            "pretty": dump(coded, indent=4),
            "upper": dump([{k.upper(): v for k, v in row.items()} for row in coded]),
            "camel": dump(camel),
            "data": dump({"code": 200, "msg": "success", "data": coded}),
            "rows": dump({"total": len(coded), "rows": labelled}),
            "records": dump({"code": 0, "data": {"records": coded, "total": len(coded), "size": 10, "current": 1, "pages": 1}}),
            "result": dump({"result": {"list": labelled, "pageNum": 1}, "success": True}),
            "envelope": dump({"header": {"sender": "市监局", "time": "2026-09-30"}, "body": {"items": coded}}),
            "wrapped": dump([{"record": row} for row in coded]),
            "recordset": dump({"RECORDS": coded}),
            "matrix": dump([source.header] + source.rows),
            "columns-rows": dump({"columns": source.header, "rows": source.rows}),
        }.items():
            writer.text(source, form + ".json", text)
        writer.text(source, "lines.json", "\n".join(dump(row) for row in coded))
        writer.text(source, "lines-gbk.txt", "\r\n".join(dump(row) for row in labelled), "gb18030")
        writer.text(source, "commas.json", ",\n".join(dump(row) for row in coded), expected="refused")


def archives():
    """Chinese names as Windows packs them: GBK without the flag of Unicode."""
    writer = Writer("zip with GBK names")
    for source in SOURCES:
        path = writer.path(source, "导出.zip")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
            for inner in ("openpyxl/{0}-typed.xlsx", "csv_module/{0}-gb18030.csv", "json_module/{0}-data.json"):
                file = PLACE / "out" / inner.format(source.code)
                if file.exists():
                    info = zipfile.ZipInfo("XX.", (2026, 10, 1, 8, 0, 0))
                    info.filename = "月报/" + source.title + file.suffix
                    # zipfile writes cp437 where the flag is not set: the bytes of GBK, seen as cp437
                    info.filename = info.filename.encode("gbk").decode("cp437")
                    info.orig_filename = info.filename
                    zipped.writestr(info, file.read_bytes())
        raw = path.read_bytes()
        path.write_bytes(raw)
        writer.wrote(path, source)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    for modules, work in (
        (("openpyxl",), openpyxl_books),
        (("xlsxwriter",), xlsxwriter_books),
        (("pandas", "openpyxl", "xlsxwriter", "odf", "lxml"), pandas_books),
        (("xlwt",), xlwt_books),
        ((), other_books),
        ((), csv_files),
        ((), json_files),
        (("openpyxl",), archives),
    ):
        if has(*modules):
            work()
