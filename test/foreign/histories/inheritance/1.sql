CREATE TABLE parent (id int, name text, CHECK (id > 0));
CREATE TABLE child (age int, name text, CONSTRAINT old CHECK (age > 0)) INHERITS (parent);
CREATE TABLE grandchild () INHERITS (child);
ALTER TABLE parent ADD COLUMN born timestamptz;
ALTER TABLE parent RENAME COLUMN name TO called;
ALTER TABLE parent DROP COLUMN id CASCADE;
ALTER TABLE child DROP CONSTRAINT old;
ALTER TABLE grandchild NO INHERIT child;
ALTER TABLE grandchild RENAME COLUMN called TO name;
