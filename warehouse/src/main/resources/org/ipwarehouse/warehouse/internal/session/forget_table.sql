-- the table of another lake stood under this name; its files stay
DROP TABLE {name}
