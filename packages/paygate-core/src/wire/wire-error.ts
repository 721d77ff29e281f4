/**
 * A message of ours that must not be sent: `parameter` is the name on the wire, `rule` says in plain
 * English what the value has to be. The value itself is never part of it.
 */
export class WireError extends Error {
  readonly parameter: string;
  readonly rule: string;

  constructor(parameter: string, rule: string) {
    super(`${parameter}: ${rule}`);
    this.name = 'WireError';
    this.parameter = parameter;
    this.rule = rule;
  }
}
