-- Two more white labels whose base address is documented.
ALTER TABLE gateway_connections DROP CONSTRAINT gateway_connections_brand_check;
ALTER TABLE gateway_connections ADD CONSTRAINT gateway_connections_brand_check
  CHECK (brand IN ('computop', 'payjet', '1cs', 'axepta', 'vr', 'custom'));
