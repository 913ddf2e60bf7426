"""Sets the administrator's password in a copy of the initialised metadata: set_password.py DATABASE PASSWORD-FILE.

`superset fab reset-password` does the same in ten seconds, because it starts all of Superset.
"""
import sqlite3
import sys

from werkzeug.security import generate_password_hash

database, password_file = sys.argv[1:]
with open(password_file, encoding="utf-8") as source:
    secret = source.read()
connection = sqlite3.connect(database)
with connection:
    changed = connection.execute(
        "UPDATE ab_user SET password = ? WHERE username = 'admin'", (generate_password_hash(secret),)).rowcount
connection.close()
sys.exit(0 if changed == 1 else 1)
