-- An answer that brings the XID of another operation is not believed; this finds it.
CREATE INDEX operations_xid ON operations (merchant_id, xid) WHERE xid IS NOT NULL;
