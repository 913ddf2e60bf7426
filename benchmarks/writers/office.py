"""LibreOffice: the workbooks of openpyxl saved anew in each of its forms."""
import pathlib
import shutil
import subprocess
import tempfile

from common import PLACE, SOURCES, Writer, missing

# folder, filter, ending, expected
FORMS = [
    ("xlsx", "xlsx:Calc MS Excel 2007 XML", "xlsx", "same"),
    ("xlsm", "xlsm:Calc MS Excel 2007 VBA XML", "xlsm", "same"),
    ("xls", "xls:MS Excel 97", "xls", "same"),
    ("ods", "ods:calc8", "ods", "same"),
    ("fods", "fods:OpenDocument Spreadsheet Flat XML", "fods", "same"),
    ("html", "html:HTML (StarCalc)", "html", "spaces"),
    ("xhtml", "xhtml:XHTML Calc File", "xhtml", "open"),
    ("slk", "slk:SYLK", "slk", "refused"),
    ("dif", "dif:DIF", "dif", "refused"),
    ("pdf", "pdf:calc_pdf_Export", "pdf", "refused"),
    # separator, quote, character set (76 UTF-8, 85 GB18030, 65535 UTF-16), first line, formats, language, quote all, as shown
    ("csv-utf8", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", "csv", "same"),
    # days as the American month, day, year of the program: what cannot be told is returned
    ("csv-shown", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "csv", "open"),
    ("csv-gb18030", "csv:Text - txt - csv (StarCalc):44,34,85,1,,0,false,true", "csv", "same"),
    ("csv-utf16", "csv:Text - txt - csv (StarCalc):9,34,65535,1,,0,false,true", "csv", "same"),
    ("csv-semicolon", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true", "csv", "same"),
    ("csv-quote-all", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true", "csv", "same"),
    ("csv-raw", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false", "csv", "same"),
]


def main():
    program = shutil.which("soffice")
    if program is None:
        missing("LibreOffice", "no soffice on the path")
        return
    writer = Writer("LibreOffice")
    inputs = PLACE / "office-in"
    inputs.mkdir(exist_ok=True)
    for source in SOURCES:
        shutil.copy(PLACE / "out" / "openpyxl" / f"{source.code}-typed.xlsx", inputs / f"{source.code}.xlsx")
    for form, convert, ending, expected in FORMS:
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([program, "--headless", f"-env:UserInstallation=file://{PLACE}/office", "--convert-to", convert,
                            "--outdir", out, *map(str, sorted(inputs.glob("*.xlsx")))],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            for source in SOURCES:
                made = sorted(pathlib.Path(out).glob(f"{source.code}*.{ending}"))
                if not made:
                    missing(f"LibreOffice {form}", f"no file for {source.code}")
                    continue
                path = writer.path(source, f"{form}.{ending}")
                shutil.copy(made[0], path)
                writer.wrote(path, source, expected)


main()
