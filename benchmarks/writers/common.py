"""The rows that every writer writes, and the index of what was written.

python SCRIPT PLACE: PLACE/truth.json has the rows (made by `Bench writers-truth`); files go to PLACE/out/<writer>/,
one line for each to PLACE/index.tsv: file, writer, source, expected, columns left out.
"""
import datetime
import json
import pathlib
import sys

PLACE = pathlib.Path(sys.argv[1]).resolve()
TRUTH = json.load(open(PLACE / "truth.json", encoding="utf-8"))


class Source:
    def __init__(self, about):
        self.code = about["source"]
        self.title = about["title"]
        self.fields = about["fields"]
        self.header = [f["label"] for f in self.fields]
        self.names = [f["name"] for f in self.fields]
        self.rows = about["rows"]

    def typed(self, row):
        """The row with days, moments and numbers as a database would hand them over."""
        return [value(field["type"], cell) for field, cell in zip(self.fields, row)]

    @property
    def typed_rows(self):
        return [self.typed(row) for row in self.rows]


def value(kind, text):
    if text == "":
        return None
    if kind == "date":
        return datetime.date.fromisoformat(text)
    if kind == "timestamp":
        return datetime.datetime.fromisoformat(text)
    if kind == "integer":
        return int(text)
    if kind == "decimal":
        number = float(text)
        return int(number) if number.is_integer() else number
    return text


SOURCES = [Source(about) for about in TRUTH]


class Writer:
    """Where one program's files go; a program that is missing is counted, not hidden."""

    def __init__(self, name):
        self.name = name
        self.folder = PLACE / "out" / name.replace(" ", "_").replace("/", "_")
        self.folder.mkdir(parents=True, exist_ok=True)

    def path(self, source, form):
        return self.folder / f"{source.code}-{form}"

    def wrote(self, path, source, expected="same", without=()):
        with open(PLACE / "index.tsv", "a", encoding="utf-8") as index:
            index.write("\t".join([str(path.relative_to(PLACE)), self.name, source.code, expected, "|".join(without)]) + "\n")

    def text(self, source, form, text, encoding="utf-8", expected="same", without=()):
        path = self.path(source, form)
        path.write_bytes(text.encode(encoding))
        self.wrote(path, source, expected, without)


def missing(name, why):
    print(f"missing writer: {name}: {why}")
