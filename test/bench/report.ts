import { type BenchResult, CASES, type ContenderName } from './bench';
import type { Metric } from './cases/case';
import { mean, median, ownNoise, quantile, worst } from './statistics';

export interface Row {
  case: string;
  metric: string;
  unit: string;
  repetitions: number;
  /** One figure each; `p95` for times. */
  contenders: Record<string, { value: number; p95: number | null }>;
  /** Aloud's figure by the best rival's; null where it says nothing. */
  ratio: number | null;
  /** How far the medians of one and the same contender are apart, at most. */
  noise: number | null;
}

/** Nothing is in it that was not measured; without `times`, nothing either that one repetition does not tell. */
export function rows(result: BenchResult, contenders: readonly ContenderName[], times: boolean): Row[] {
  return CASES.flatMap(({ name, metrics }) =>
    Object.entries(metrics).flatMap(([key, metric]) => {
      if (metric.kind === 'time' && !times) return [];
      const values = contenders.map((contender) => result.figures[name]?.[contender]?.[key] ?? []);
      if (values.every((list) => list.length === 0)) return [];
      const figures: Row['contenders'] = {};
      contenders.forEach((contender, i) => {
        const list = values[i] ?? [];
        if (list.length === 0) return;
        const p95 = metric.kind === 'time' ? quantile(list, 0.95) : null;
        figures[contender] = { value: summary(metric, list), p95 };
      });
      const isTime = metric.kind === 'time';
      return [
        {
          case: name,
          metric: metric.title,
          unit: metric.unit,
          repetitions: Math.max(...values.map((list) => list.length)),
          contenders: figures,
          ratio: metric.kind === 'time' || metric.kind === 'median' ? ratio(figures) : null,
          noise: isTime ? Math.max(...values.filter((list) => list.length > 3).map(ownNoise)) : null,
        },
      ];
    }),
  );
}

function summary({ kind }: Metric, values: readonly number[]): number {
  switch (kind) {
    case 'time':
    case 'median':
      return median(values);
    case 'count':
      return mean(values);
    case 'worst':
      return worst(values);
  }
}

function ratio(figures: Row['contenders']): number | null {
  const own = figures.aloud?.value;
  const rivals = Object.entries(figures).flatMap(([name, { value }]) => (name === 'aloud' ? [] : [value]));
  const best = Math.min(...rivals);
  return own === undefined || !Number.isFinite(best) || best <= 0 ? null : own / best;
}

/** A table in Markdown for each case. */
export function render(table: readonly Row[], contenders: readonly ContenderName[]): string {
  return CASES.flatMap(({ name, title }) => {
    const own = table.filter((row) => row.case === name);
    if (own.length === 0) return [];
    const head = ['', ...contenders, 'Aloud / best rival', 'noise'];
    const lines = own.map((row) => [
      row.unit === '' ? row.metric : `${row.metric}, ${row.unit}`,
      ...contenders.map((contender) => cell(row.contenders[contender])),
      row.ratio === null ? '' : row.ratio.toFixed(2),
      row.noise === null || !Number.isFinite(row.noise) ? '' : `± ${row.noise.toFixed(1)}`,
    ]);
    return [`${title} (${own[0]?.repetitions} times each)`, '', ...columns([head, ...lines]), ''];
  }).join('\n');
}

function cell(figure: { value: number; p95: number | null } | undefined): string {
  if (figure === undefined) return '';
  return figure.p95 === null ? short(figure.value) : `${short(figure.value)} (${short(figure.p95)})`;
}

function short(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}

function columns(lines: readonly (readonly string[])[]): string[] {
  const widths = (lines[0] ?? []).map((_, i) => Math.max(3, ...lines.map((line) => line[i]?.length ?? 0)));
  const text = lines.map((line) => `| ${line.map((field, i) => field.padEnd(widths[i] ?? 0)).join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [text[0] ?? '', rule, ...text.slice(1)];
}
