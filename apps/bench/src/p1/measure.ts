const ROUNDS = 7;
const ROUND_MS = 300;

/** Calls of `work` per second: the median of several rounds after one to warm up. */
export function measure(work: () => void): number {
  round(work);
  const rates = Array.from({ length: ROUNDS }, () => round(work)).sort((a, b) => a - b);
  return rates[Math.floor(ROUNDS / 2)] ?? 0;
}

function round(work: () => void): number {
  const start = performance.now();
  let calls = 0;
  while (performance.now() - start < ROUND_MS) {
    for (let i = 0; i < 20; i++) work();
    calls += 20;
  }
  return (calls * 1000) / (performance.now() - start);
}
