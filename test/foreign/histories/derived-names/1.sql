CREATE TABLE a_table_whose_name_is_so_long_that_nothing_fits_behind_it_an (
  id int PRIMARY KEY,
  a_column_whose_name_is_rather_long_as_well int UNIQUE CHECK (a_column_whose_name_is_rather_long_as_well > 0),
  "Ä_column_with_letters_of_two_bytes_each_ÄÖÜÄÖÜÄÖÜÄÖÜ" int UNIQUE,
  other int REFERENCES a_table_whose_name_is_so_long_that_nothing_fits_behind_it_an
);
CREATE TABLE a_name_that_is_longer_than_sixty_three_bytes_is_cut_by_the_server_here (a int);
CREATE TABLE t (
  a int CHECK (a > 0) CHECK (a < 9),
  b int CHECK (b > a),
  c int CHECK (c > 0 AND c < 10) UNIQUE,
  d int CONSTRAINT t_b_check CHECK (d > 0),
  e text,
  f tsrange,
  PRIMARY KEY (a),
  UNIQUE (a),
  UNIQUE (b, c),
  UNIQUE (c, b),
  CHECK (b > 0),
  CHECK (true),
  CHECK (a > b),
  EXCLUDE USING gist (f WITH &&),
  FOREIGN KEY (b) REFERENCES t (a),
  FOREIGN KEY (b) REFERENCES t (a)
);
CREATE INDEX ON t (a);
CREATE INDEX ON t (a);
CREATE INDEX ON t ((a + b), (b + a), lower(e), (e || 'x'), upper(e));
CREATE INDEX ON t ((a::text), (CASE WHEN a > 1 THEN b ELSE c END), (coalesce(a, b)), (e COLLATE "C"), greatest(a, b));
CREATE INDEX ON t ((nullif(a, b)), (ARRAY[a, b]), ((a)::bigint));
ALTER TABLE t ADD UNIQUE (b), ADD CHECK (c > 1), ADD FOREIGN KEY (c) REFERENCES t;
CREATE TABLE t_a_key (x int);
CREATE TABLE u (a int UNIQUE, x int PRIMARY KEY UNIQUE);
CREATE TABLE like_t (LIKE t INCLUDING ALL);
CREATE TABLE like_u (LIKE u INCLUDING CONSTRAINTS, more text UNIQUE);
