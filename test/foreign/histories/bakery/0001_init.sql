-- A bakery that began with quoted names.
CREATE TYPE "OrderStatus" AS ENUM ('open', 'baked', 'Fetched');

CREATE TABLE "Customers" (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  ref_id char(26) NOT NULL UNIQUE,
  "fullName" varchar(200) NOT NULL CHECK (length("fullName") > 1),
  "createdAt" timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE orders (
  id         uuid NOT NULL,
  customer   uuid NOT NULL REFERENCES "Customers" ON DELETE CASCADE,
  status     "OrderStatus" NOT NULL DEFAULT 'open',
  placed_at  timestamp(3) without time zone,
  fetched_on timestamptz,
  note       text,
  total      numeric(10, 2) CHECK (total >= 0),
  CONSTRAINT "PK_orders" PRIMARY KEY (id),
  CHECK (fetched_on > placed_at),
  CHECK (total < 10000),
  UNIQUE (customer, placed_at) INCLUDE (status)
);

CREATE INDEX ON orders (customer);
CREATE INDEX ON orders (lower(note), placed_at DESC) WHERE total > 0;
CREATE UNIQUE INDEX IF NOT EXISTS "UX_orders" ON orders (customer) INCLUDE (total);
CREATE VIEW "OpenOrders" AS SELECT * FROM orders WHERE status = 'open';
