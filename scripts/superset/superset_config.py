# A small Superset for this project: tests, a trial on one machine, and a start for a real installation.
# Everything that differs between them comes from the environment; scripts/superset.sh sets it.
import os
import sys
from datetime import timedelta

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from event_log import LaterEventLogger  # noqa: E402

HOME = os.environ["IPW_SUPERSET_HOME"]
SECRET_KEY = os.environ["SUPERSET_SECRET_KEY"]
SQLALCHEMY_DATABASE_URI = os.environ.get(
    "IPW_SUPERSET_METADATA", "sqlite:///" + HOME + "/superset.db?check_same_thread=false")
WTF_CSRF_ENABLED = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
# the browser asks no other server: without this each page of Superset reports to its makers' counter
TALISMAN_ENABLED = True
TALISMAN_CONFIG = {
    "content_security_policy": {
        "base-uri": ["'self'"],
        "default-src": ["'self'"],
        "img-src": ["'self'", "blob:", "data:"],
        "worker-src": ["'self'", "blob:"],
        "connect-src": ["'self'"],
        "object-src": "'none'",
        "style-src": ["'self'", "'unsafe-inline'"],
        "script-src": ["'self'", "'strict-dynamic'", "'unsafe-eval'"],
    },
    "content_security_policy_nonce_in": ["script-src"],
    # plain HTTP on loopback only: behind a proxy with HTTPS set both to True
    "force_https": False,
    "session_cookie_secure": False,
}
SESSION_COOKIE_SECURE = False
JWT_ACCESS_TOKEN_EXPIRES = timedelta(seconds=int(os.environ.get("IPW_SUPERSET_TOKEN_SECONDS", "900")))
RATELIMIT_ENABLED = os.environ.get("IPW_SUPERSET_RATE_LIMIT", "") == "on"
# roles and their rights are kept in step by ipw superset apply
FAB_ADD_SECURITY_API = True
# who is not logged in sees what this role may see; ipw gives it the public dashboards and nothing else
AUTH_ROLE_PUBLIC = "ipw_public"
PUBLIC_ROLE_LIKE = None
FEATURE_FLAGS = {
    "DASHBOARD_RBAC": True,
    "EMBEDDED_SUPERSET": True,
    "ENABLE_TEMPLATE_PROCESSING": False,
    "ALERT_REPORTS": os.environ.get("IPW_SUPERSET_REPORTS", "") == "on",
}
ALERT_REPORTS_NOTIFICATION_DRY_RUN = os.environ.get("IPW_SUPERSET_REPORTS_SEND", "") != "on"
GUEST_TOKEN_JWT_SECRET = os.environ["SUPERSET_SECRET_KEY"] + "-guest"
EVENT_LOGGER = LaterEventLogger()
LANGUAGES = {"zh": {"flag": "cn", "name": "简体中文"}, "en": {"flag": "us", "name": "English"}}
BABEL_DEFAULT_LOCALE = "zh"
# files, because the workers are processes of their own: an answer that one made serves all
_DAY = 24 * 3600


def _cache(name, seconds):
    return {"CACHE_TYPE": "FileSystemCache", "CACHE_DIR": HOME + "/cache/" + name,
            "CACHE_DEFAULT_TIMEOUT": seconds, "CACHE_THRESHOLD": 5000, "CACHE_KEY_PREFIX": name}


CACHE_CONFIG = _cache("metadata", 300)
DATA_CACHE_CONFIG = _cache("data", int(os.environ.get("IPW_SUPERSET_DATA_CACHE_SECONDS", "300")))
FILTER_STATE_CACHE_CONFIG = _cache("filters", 90 * _DAY)
EXPLORE_FORM_DATA_CACHE_CONFIG = _cache("explore", 7 * _DAY)
# nothing is fetched from outside; an empty list would leave every page of 6.1 white ("reading '0'" of undefined)
DECKGL_BASE_MAP = [["", "无底图"]]
ENABLE_JAVASCRIPT_CONTROLS = False
