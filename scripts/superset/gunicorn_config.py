"""Each worker opens connections of its own: one that it shares with the process it was copied from mixes up answers."""


def post_fork(server, worker):
    app = worker.app.wsgi()
    with app.app_context():
        from superset import db

        db.engine.dispose(close=False)
