DROP VIEW app.ward_names;
DROP TABLE IF EXISTS app.wards, nothing CASCADE;
CREATE TABLE again (id int PRIMARY KEY);
DROP TABLE again;
CREATE TABLE IF NOT EXISTS again (key int CONSTRAINT again_primary PRIMARY KEY);
CREATE TABLE IF NOT EXISTS again (other int);
