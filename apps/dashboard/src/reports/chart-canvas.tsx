import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'react';
import UPlot from 'uplot';
import { useFormat } from '../ui/use-format.ts';

const height = 220;
const axisWidth = 84;

type ChartCanvasProps = {
  readonly labels: readonly string[];
  /** Minor units, one for each label. */
  readonly bars: readonly number[];
  readonly line: readonly number[];
  /** The token of the bars' color. */
  readonly color: string;
};

/** Draws in the colours of the theme, again when theme, width or figures change. */
export function ChartCanvas({ labels, bars, line, color }: ChartCanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const { amount } = useFormat();
  const latestAmount = useRef(amount);
  latestAmount.current = amount;

  useEffect(() => {
    const place = box.current;
    if (place === null) return;
    let plot: UPlot | null = null;
    const draw = () => {
      plot?.destroy();
      const width = Math.max(200, place.clientWidth);
      const options = optionsFor(place, { labels, width, barColor: color }, (minor) =>
        latestAmount.current(minor),
      );
      plot = new UPlot(options, [[...labels.keys()], [...bars], [...line]], place);
    };
    draw();
    const resized = new ResizeObserver(() => {
      if (plot !== null && plot.width !== Math.max(200, place.clientWidth)) draw();
    });
    resized.observe(place);
    const themed = new MutationObserver(draw);
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', draw);
    return () => {
      resized.disconnect();
      themed.disconnect();
      system.removeEventListener('change', draw);
      plot?.destroy();
    };
  }, [labels, bars, line, color]);

  return <div ref={box} />;
}

function optionsFor(
  place: Element,
  {
    labels,
    width,
    barColor,
  }: {
    readonly labels: readonly string[];
    readonly width: number;
    readonly barColor: string;
  },
  amount: (minor: number) => string,
): UPlot.Options {
  const style = getComputedStyle(place);
  const color = (token: string) => style.getPropertyValue(token).trim();
  const font = `12px ${style.fontFamily}`;
  const axis = { stroke: color('--text-2'), font, ticks: { show: false } };
  const bars = UPlot.paths.bars?.({ size: [0.7, 48] });
  return {
    width,
    height,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: [-0.5, Math.max(0.5, labels.length - 0.5)] },
      y: { range: (_, min, max) => [Math.min(0, min), Math.max(100, max * 1.05)] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 32,
        incrs: [1, 2, 5, 7, 10, 14, 24, 30, 50, 100, 200, 500],
        space: 90,
        values: (_, places) => places.map((at) => labels[at] ?? ''),
      },
      {
        ...axis,
        size: axisWidth,
        grid: { stroke: color('--border-subtle'), width: 1 },
        values: (_, minors) => minors.map(amount),
      },
    ],
    series: [
      {},
      {
        fill: color(barColor),
        stroke: color(barColor),
        width: 0,
        points: { show: false },
        ...(bars && { paths: bars }),
      },
      {
        stroke: color('--text'),
        width: 2,
        dash: [6, 4],
        points: { show: labels.length <= 62, size: 5, fill: color('--surface') },
      },
    ],
  };
}
