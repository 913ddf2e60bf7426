"""Runs a command and writes what it and its children cost: cost.py FILE COMMAND…"""
import resource
import subprocess
import sys
import time

started = time.time()
code = subprocess.run(sys.argv[2:]).returncode
use = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w", encoding="utf-8") as file:
    file.write(f"cpu_s={use.ru_utime + use.ru_stime:.1f} wall_s={time.time() - started:.1f} peak_mb={use.ru_maxrss // 1024}")
sys.exit(code)
