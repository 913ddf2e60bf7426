"""Takes pictures of dashboards in headless Chromium: screenshot.py URL USER FOLDER SLUG[=WIDTHxHEIGHT] ...

The password comes from IPW_SUPERSET_PASSWORD; USER "-" looks as somebody who is not logged in. Runs with the Python of
Superset's own virtual environment, which has websocket-client.
"""
import base64
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

import websocket

url, user, folder, *slugs = sys.argv[1:]


def session():
    """The cookie of a logged-in reader, by the form that a reader fills in."""
    if user == "-":
        return None
    jar = CookieJar()
    web = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(jar))
    page = web.open(url + "/login/", timeout=60).read().decode()
    token = re.search(r'id="csrf_token"\s+value="([^"]+)"', page).group(1)
    form = {"username": user, "password": os.environ["IPW_SUPERSET_PASSWORD"], "csrf_token": token}
    web.open(urllib.request.Request(
        url + "/login/", urllib.parse.urlencode(form).encode(), {"Referer": url + "/login/"}), timeout=60).read()
    return next(c.value for c in jar if c.name == "session")


class Page:
    def __init__(self, port):
        tabs = json.load(urllib.request.build_opener(urllib.request.ProxyHandler({})).open(
            f"http://127.0.0.1:{port}/json"))
        self.socket = websocket.create_connection(
            next(t for t in tabs if t["type"] == "page")["webSocketDebuggerUrl"], timeout=120,
            suppress_origin=True)
        self.number = 0
        self.complaints = []

    def call(self, method, **parameters):
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("method") == "Runtime.exceptionThrown":
                self.complaints.append(answer["params"]["exceptionDetails"].get("text"))
            if answer.get("id") == self.number:
                return answer.get("result", {})

    def ask(self, expression):
        return self.call("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")


def main():
    cookie = session()
    port = 9333
    with tempfile.TemporaryDirectory() as profile:
        browser = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=zh-CN",
             f"--remote-debugging-port={port}", f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            time.sleep(4)
            page = Page(port)
            page.call("Runtime.enable")
            page.call("Page.enable")
            if cookie:
                page.call("Network.setCookie", name="session", value=cookie, url=url)
            for slug in slugs:
                name, _, size = slug.partition("=")
                width, height = (size or "1440x2000").split("x")
                page.call("Emulation.setDeviceMetricsOverride", width=int(width), height=int(height),
                          deviceScaleFactor=1, mobile=False)
                page.call("Page.navigate", url=f"{url}/superset/dashboard/{name}/")
                deadline = time.time() + 90
                while time.time() < deadline:
                    time.sleep(2)
                    if page.ask("document.querySelectorAll('.dashboard-component-chart-holder').length > 0 && "
                                "document.querySelectorAll('.loading, .ant-skeleton').length == 0"):
                        break
                time.sleep(4)
                shot = page.call("Page.captureScreenshot", format="png")
                with open(os.path.join(folder, name + ".png"), "wb") as out:
                    out.write(base64.b64decode(shot["data"]))
                print(name, page.ask("document.title"), page.complaints)
        finally:
            browser.terminate()
            browser.wait()


main()
