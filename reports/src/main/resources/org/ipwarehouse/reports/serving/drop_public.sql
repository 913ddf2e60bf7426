-- The columns of the views changed with a new version of the program: views on them are made again by their owners.
DROP SCHEMA IF EXISTS ipw_public CASCADE;
