import { AsyncLocalStorage } from 'node:async_hooks';
import { outage } from '../gateway/outage.ts';
import { inFlight } from '../payments/in-flight.ts';

/** One server process of the house, or what is left of it. */
export type Process = {
  readonly name: string;
  /** No two of this machine's have the same. */
  readonly number: number;
  dead: boolean;
  /** Its own memory of what it is carrying out; gone with it. */
  readonly carrying: Set<string>;
};

/** Something a process does for one caller, from the request to the answer. */
export type Task = { readonly id: number; readonly process: Process };

/** What everything in a process meets when it is killed. */
export class Crash extends Error {
  constructor() {
    super('the process was killed');
    this.name = 'Crash';
  }
}

const context = new AsyncLocalStorage<Task>();
let tasks = 0;
let processes = 0;

export function startProcess(name: string): Process {
  processes += 1;
  return { name, number: processes, dead: false, carrying: new Set() };
}

/** Runs `work` as a task of the process; everything it awaits knows whose it is. */
export function runTask<T>(process: Process, work: () => Promise<T>): Promise<T> {
  tasks += 1;
  return context.run({ id: tasks, process }, work);
}

/** The task in whose name the code runs, or null outside of the house. */
export function currentTask(): Task | null {
  return context.getStore() ?? null;
}

/**
 * Gives every simulated process what in production is a variable of the process: its list of
 * operations on their way, and what it knows of an outage. Tasks are counted from one again. Answers
 * how to undo that.
 */
export function separateProcesses(): () => void {
  tasks = 0;
  const { has, during } = inFlight;
  const { mayAsk, tell } = outage;
  inFlight.has = (id) => currentTask()?.process.carrying.has(id) ?? has(id);
  inFlight.during = async (id, work) => {
    const carrying = currentTask()?.process.carrying;
    if (carrying === undefined) return during(id, work);
    carrying.add(id);
    try {
      await work();
    } finally {
      carrying.delete(id);
    }
  };
  outage.mayAsk = (connectionId, wall) => mayAsk(lineOf(connectionId), wall);
  outage.tell = (connectionId, reached, wall) => tell(lineOf(connectionId), reached, wall);
  return () => {
    Object.assign(inFlight, { has, during });
    Object.assign(outage, { mayAsk, tell });
  };
}

function lineOf(connectionId: string): string {
  return `${currentTask()?.process.number ?? ''} ${connectionId}`;
}
