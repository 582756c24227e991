ALTER TYPE "OrderStatus" RENAME TO order_status;
ALTER TYPE order_status RENAME VALUE 'Fetched' TO 'fetched';
ALTER TYPE order_status ADD VALUE 'cancelled' AFTER 'open';
ALTER TYPE order_status ADD VALUE IF NOT EXISTS 'open';
ALTER TYPE order_status ADD VALUE 'asked' BEFORE 'open';

ALTER TABLE "Customers" RENAME TO customers;
ALTER TABLE customers RENAME COLUMN "fullName" TO full_name;
ALTER TABLE customers
  ADD COLUMN "größe" int,
  ADD COLUMN IF NOT EXISTS "createdAt" timestamptz,
  ADD COLUMN vat text UNIQUE CHECK (vat <> ''),
  ALTER COLUMN ref_id DROP NOT NULL;
ALTER TABLE orders RENAME CONSTRAINT "PK_orders" TO orders_pkey;
ALTER INDEX "UX_orders" RENAME TO orders_ux;
ALTER TABLE orders DROP CONSTRAINT orders_check, ADD CONSTRAINT total_small CHECK (total < 5000);
ALTER VIEW "OpenOrders" RENAME TO open_orders;
ALTER TABLE orders ADD CONSTRAINT orders_ux_key UNIQUE USING INDEX orders_ux;
