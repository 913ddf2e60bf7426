INSERT INTO ipw_publisher.load (edition, layout, digest, loaded_rows, loaded_at)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (edition) DO UPDATE
SET layout = excluded.layout, digest = excluded.digest, loaded_rows = excluded.loaded_rows, loaded_at = excluded.loaded_at
