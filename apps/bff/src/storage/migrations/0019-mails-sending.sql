-- Every round of the mailer looks for mails whose process died; what was sent long ago is not read for it.
CREATE INDEX mails_sending ON mails (lease_until) WHERE state = 'sending';
