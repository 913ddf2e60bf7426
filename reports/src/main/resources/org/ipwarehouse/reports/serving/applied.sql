SELECT uuid, kind, name, wanted, observed, adopted
FROM ipw_publisher.applied
WHERE server = ?
ORDER BY kind, uuid
