-- Whoever was added in demo mode, where anybody can sign in as admin, does not exist outside of it.
ALTER TABLE users ADD COLUMN demo boolean NOT NULL DEFAULT false;
UPDATE users SET demo = true WHERE email LIKE '%@demo.example';
