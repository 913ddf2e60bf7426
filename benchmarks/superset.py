"""Chart queries of a dashboard with ten readers at once, and the same SQL on the tables themselves.

superset.py URL USER SLUG READERS ROUNDS PG-DSN: the password comes from IPW_SUPERSET_PASSWORD. Each reader has a session of
his own and asks for all charts of the dashboard, one after the other, as often as ROUNDS says; first everything is asked
once with force, so that the figures are those of readers and not of the first one after a load. The last line is key=value.
"""
import json
import os
import re
import sys
import threading
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

import psycopg2

url, user, slug, readers, rounds, dsn = sys.argv[1:]


def reader():
    web = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(CookieJar()))
    page = web.open(url + "/login/", timeout=120).read().decode()
    token = re.search(r'id="csrf_token"\s+value="([^"]+)"', page).group(1)
    form = {"username": user, "password": os.environ["IPW_SUPERSET_PASSWORD"], "csrf_token": token}
    web.open(urllib.request.Request(
        url + "/login/", urllib.parse.urlencode(form).encode(), {"Referer": url + "/login/"}), timeout=120).read()
    return web


def answer(web, chart, force):
    return json.load(web.open(f"{url}/api/v1/chart/{chart}/data/" + ("?force=true" if force else ""), timeout=120))


def p95(times):
    return sorted(times)[max(0, int(len(times) * 0.95 + 0.5) - 1)] * 1000


first = reader()
charts = [c["id"] for c in json.load(first.open(f"{url}/api/v1/dashboard/{slug}/charts", timeout=120))["result"]]
queries = []
forced = []
for chart in charts:
    begun = time.perf_counter()
    queries.append(answer(first, chart, True)["result"][0]["query"])
    forced.append(time.perf_counter() - begun)

times = []
failed = []
doors = [reader() for _ in range(int(readers))]


def read(web):
    for _ in range(int(rounds)):
        for chart in charts:
            begun = time.perf_counter()
            try:
                answer(web, chart, False)
                times.append(time.perf_counter() - begun)
            except OSError as refused:
                failed.append(f"chart {chart}: {refused}")


threads = [threading.Thread(target=read, args=(web,)) for web in doors]
[t.start() for t in threads]
[t.join() for t in threads]

connection = psycopg2.connect(dsn)
connection.autocommit = True
marts = []
with connection.cursor() as cursor:
    for query in queries:
        # the server's own time: what the network and the reading of rows cost is not the tables'
        best = []
        for _ in range(5):
            cursor.execute("EXPLAIN (ANALYZE, FORMAT JSON) " + query.rstrip().rstrip(";"))
            best.append(cursor.fetchone()[0][0]["Execution Time"])
        marts.append(sorted(best)[2])
marts.sort()
print(f"charts={len(charts)} readers={readers} requests={len(times)} failed={len(failed)} p50_ms={sorted(times)[len(times) // 2] * 1000:.0f} "
      f"p95_ms={p95(times):.0f} first_p95_ms={p95(forced):.0f} mart_p50_ms={marts[len(marts) // 2]:.1f} "
      f"mart_max_ms={marts[-1]:.1f} load={os.getloadavg()[0]:.1f}")
if failed:
    sys.exit("failed requests: " + "; ".join(sorted(set(failed))))
