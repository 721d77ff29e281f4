/** The only reader of the environment in this room; an empty variable counts as absent. */
export function readEnv(name: string): string | undefined {
  return process.env[name] === '' ? undefined : process.env[name];
}

/** The whole environment, to be handed to a child process. */
export function wholeEnv(): NodeJS.ProcessEnv {
  return process.env;
}
