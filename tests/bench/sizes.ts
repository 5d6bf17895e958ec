/** How much a file holds. */
export type Size = {
  readonly name: string;
  readonly leads: number;
  readonly deals: number;
  readonly activities: number;
};

/** N leads, half as many deals, three times as many activities. */
const sizeOf = (leads: number): Size => ({
  name: String(leads),
  leads,
  deals: leads / 2,
  activities: leads * 3,
});

/** What counts must not grow between. */
export const SMALLEST = sizeOf(100);
export const LARGE: Size = { name: 'large', leads: 10_000, deals: 50_000, activities: 100_000 };

export const SIZES: readonly Size[] = [SMALLEST, sizeOf(1_000), sizeOf(10_000), LARGE];

export const describeSize = ({ name, leads, deals, activities }: Size): string => {
  const count = (n: number) => n.toLocaleString('en');
  const title = name === LARGE.name ? 'The large case' : `N = ${count(leads)}`;
  return `${title}: ${count(leads)} leads, ${count(deals)} deals, ${count(activities)} activities`;
};
