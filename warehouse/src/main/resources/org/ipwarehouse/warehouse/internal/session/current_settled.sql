-- no key of this table has two versions: all rows hold
CREATE OR REPLACE VIEW current.{name} AS
SELECT * FROM clean.{name}
