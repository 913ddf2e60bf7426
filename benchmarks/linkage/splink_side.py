"""Splink's side of benchmarks/run linkage: the same fields, levels, blocking and training rules as the YAML files here.

Usage: splink_side.py febrl4|febrl3|restaurants DATA_FOLDER. Prints key=value figures on the last line.
"""
import resource
import sys
import time

import pandas as pd
import splink.comparison_level_library as cll
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI
from splink.comparison_library import CustomComparison

name, folder = sys.argv[1], sys.argv[2]


def levels(field, *others, tf=False):
    exact = cll.ExactMatchLevel(field)
    if tf:
        exact = exact.configure(tf_adjustment_column=field)
    return CustomComparison(
        output_column_name=field,
        comparison_levels=[cll.NullLevel(field), exact, *others, cll.ElseLevel()],
    )


def jw(field, least):
    return cll.JaroWinklerLevel(field, least)


def lev(field, most):
    return cll.LevenshteinLevel(field, most)


def febrl(file):
    data = pd.read_csv(f"{folder}/{file}.csv", dtype=str, keep_default_na=False)
    out = pd.DataFrame({
        "unique_id": data.rec_id,
        "entity": data.entity,
        "given": data.given_name.str.strip().str.lower(),
        "surname": data.surname.str.strip().str.lower(),
        "birth": data.date_of_birth.str.replace(r"[^0-9]", "", regex=True),
        "ssid": data.soc_sec_id.str.replace(r"[^0-9]", "", regex=True),
        "street": data.address_1.str.strip().str.lower(),
        "number": data.street_number.str.strip(),
        "suburb": data.suburb.str.strip().str.lower(),
        "postcode": data.postcode.str.strip(),
        "state": data.state.str.strip().str.lower(),
    })
    out["surname_start"] = out.surname.str[:3]
    return out.replace("", None)


def febrl_settings(link_type):
    return SettingsCreator(
        link_type=link_type,
        retain_intermediate_calculation_columns=False,
        additional_columns_to_retain=["entity"],
        comparisons=[
            levels("given", jw("given", 0.92), jw("given", 0.8),
                   cll.ColumnsReversedLevel("given", "surname"), tf=True),
            levels("surname", jw("surname", 0.92), jw("surname", 0.8), tf=True),
            levels("birth", lev("birth", 1), lev("birth", 2)),
            levels("ssid", lev("ssid", 1), lev("ssid", 2)),
            levels("street", jw("street", 0.9), tf=True),
            levels("number", lev("number", 1), tf=True),
            levels("suburb", jw("suburb", 0.9), tf=True),
            levels("postcode", lev("postcode", 1), tf=True),
            levels("state"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("ssid"), block_on("given", "surname"), block_on("birth"),
            block_on("postcode", "surname_start"), block_on("street", "number"),
            block_on("suburb", "given"), block_on("street", "suburb"),
        ],
    )


FEBRL_SESSIONS = [block_on("birth"), block_on("postcode", "surname_start"), block_on("given", "surname")]
FEBRL_PRIOR = [block_on("ssid"), block_on("given", "surname", "birth")]


def restaurants(file):
    data = pd.read_csv(f"{folder}/{file}.csv", dtype=str, keep_default_na=False)
    plain = lambda column: data[column].str.lower().str.replace(r"[^a-z0-9]", "", regex=True)
    out = pd.DataFrame({
        "unique_id": data.id, "entity": data.entity, "plain": plain("name"), "place": plain("addr"),
        "city": plain("city"), "phone": data.phone.str.replace(r"[^0-9]", "", regex=True), "kind": plain("type"),
    })
    out["name_start"] = out.plain.str[:4]
    out["place_start"] = out.place.str[:5]
    return out.replace("", None)


RESTAURANT_SETTINGS = SettingsCreator(
    link_type="link_only",
    additional_columns_to_retain=["entity"],
    comparisons=[
        levels("plain", jw("plain", 0.92), jw("plain", 0.8), tf=True),
        levels("place", jw("place", 0.92), jw("place", 0.8)),
        levels("phone", lev("phone", 2)),
        levels("city", jw("city", 0.9), tf=True),
        levels("kind", jw("kind", 0.9), tf=True),
    ],
    blocking_rules_to_generate_predictions=[
        block_on("phone"), block_on("name_start"), block_on("place_start"), block_on("plain"),
    ],
)

started = time.time()
api = DuckDBAPI()
if name == "febrl4":
    frames = [febrl("dataset4a"), febrl("dataset4b")]
    settings, sessions, prior, recall = febrl_settings("link_only"), FEBRL_SESSIONS, FEBRL_PRIOR, 0.8
elif name == "febrl3":
    frames = [febrl("dataset3")]
    settings, sessions, prior, recall = febrl_settings("dedupe_only"), FEBRL_SESSIONS, FEBRL_PRIOR, 0.8
else:
    frames = [restaurants("fodors"), restaurants("zagats")]
    settings, sessions = RESTAURANT_SETTINGS, [block_on("name_start"), block_on("place_start"), block_on("phone")]
    prior, recall = [block_on("phone", "plain")], 0.6

tables = [api.register(frame) for frame in frames]
linker = Linker(tables if len(tables) > 1 else tables[0], settings, log_level=40)
linker.training.estimate_probability_two_random_records_match(prior, recall=recall)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
for session in sessions:
    linker.training.estimate_parameters_using_expectation_maximisation(session)
found = linker.inference.predict().as_pandas_dataframe()[["match_weight", "entity_l", "entity_r"]]

if len(frames) > 1:
    true_pairs = frames[0].entity.value_counts().mul(frames[1].entity.value_counts(), fill_value=0).sum()
else:
    counts = frames[0].entity.value_counts()
    true_pairs = (counts * (counts - 1) / 2).sum()
found["right"] = found.entity_l == found.entity_r
found = found.sort_values("match_weight", ascending=False)
found["all"] = range(1, len(found) + 1)
found["hits"] = found.right.cumsum()
# a threshold takes all pairs of equal weight
last = found.groupby("match_weight", sort=False).tail(1)
f1 = 2 * last.hits / (last["all"] + true_pairs)
best = last.loc[f1.idxmax()]
use = resource.getrusage(resource.RUSAGE_SELF)
print(f"f1={f1.max():.5f} precision={best.hits / best['all']:.5f} recall={best.hits / true_pairs:.5f} "
      f"weight={best.match_weight:.2f} pairs={len(found)} cpu_s={use.ru_utime + use.ru_stime:.2f} "
      f"wall_s={time.time() - started:.2f} peak_mb={use.ru_maxrss // 1024}")
