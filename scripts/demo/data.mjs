// Makes the demo's business: companies, deals and what was done about them. The same seed gives the same business,
// dated back from a given day.

/** Numbers from 0 up to 1 that a seed decides (the mulberry32 generator, public domain). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const STARTS =
  'Alder Amber Birch Blue Bright Cedar Clear Copper Coral Crest Delta Drift Ember Fair Fern Flint Forge Glen Gold Grand Green Harbor Hazel High Iron Ivory Juniper Kite Lark Linden Long Maple Marble Meadow Mill North Oak Ocean Onyx Opal Pine Quartz Red River Rowan Sage Silver Sky Slate South Spring Star Stone Summit Swift Timber Vale Violet West White Willow Wind Winter'.split(
    ' ',
  );
const ENDS =
  'bank beam bridge brook castle cliff dale fall field ford gate grove haven hill lake land leaf light line mark mill moor peak point port ridge rock shore side stone stream view ward water way well wood works yard'.split(
    ' ',
  );
const FORMS = ['Ltd', 'Inc', 'GmbH', 'Group', 'Partners', 'Labs', '& Co', 'Systems'];
const FIRST =
  'Ada Amir Ana Ben Bo Carla Chen Dara Dev Elif Emma Eva Farid Finn Grace Hana Hugo Ines Ivo Jana Jonas Kai Kira Lars Lea Lina Luca Mara Max Mei Mila Nia Nils Noa Nora Omar Otto Pia Priya Rafa Rosa Sami Sara Sina Tariq Tess Theo Uma Vera Yuki Zoe'.split(
    ' ',
  );
const LAST =
  'Abel Amari Bauer Berg Bianchi Castro Cohen Costa Dietrich Duarte Ek Farkas Fischer Garcia Haas Hansen Ito Jansen Kaya Keller Khan Kim Kowal Lang Lindt Marin Mbeki Meyer Moreau Nagy Novak Okafor Olsen Patel Petrov Quist Rossi Sato Silva Singh Smit Soto Tanaka Varga Vogel Weber Wolf Yilmaz Zhang Zeller'.split(
    ' ',
  );
const INDUSTRIES = [
  'Software',
  'Retail',
  'Manufacturing',
  'Health',
  'Logistics',
  'Education',
  'Energy',
  'Finance',
  'Media',
  'Construction',
];
const SIZES = ['1-10', '11-50', '51-200', '201-1000', '1001-5000', '5000+'];
const SOURCES = ['Website', 'Referral', 'Outbound', 'Event', 'Partner', 'Other'];
const PRODUCTS = [
  ['Starter', 900],
  ['Team', 3200],
  ['Business', 9800],
  ['Enterprise', 32000],
  ['Onboarding', 1800],
  ['Support plan', 2400],
];
const STEPS = ['Call back', 'Send the offer', 'Book a demo', 'Ask for the budget', 'Meet the team', 'Send references'];
const SUBJECTS = {
  Call: ['Spoke about the offer', 'Left a message', 'Asked for numbers', 'Agreed on next steps'],
  Email: ['Sent the offer', 'Sent references', 'Answered questions', 'Followed up'],
  Meeting: ['Showed the product', 'Met the buyer', 'Went through the contract'],
  Note: ['Budget is decided in spring', 'Uses a competitor now', 'Prefers calls in the morning'],
};

const OPEN = [
  ['Prospecting', 0.34],
  ['Discovery', 0.3],
  ['Proposal', 0.22],
  ['Negotiation', 0.14],
];

const DAY = 86_400_000;

const dayText = (time) => new Date(time).toISOString().slice(0, 10);

/**
 * Leads and deals as tables with headers, as a CSV file would hold them; activities name their deal by its number.
 * @param {{ leads?: number, deals?: number, activities?: number, today: string, seed?: number }} wanted today as YYYY-MM-DD
 */
export function demoData({
  leads: leadCount = 1_200,
  deals: dealCount = 8_800,
  activities: activityCount = 12_000,
  today,
  seed = 7,
}) {
  const random = seeded(seed);
  const pick = (items) => items[Math.floor(random() * items.length)];
  const now = Date.parse(`${today}T00:00:00Z`);
  const owners = Array.from(
    { length: 12 },
    (_, i) => `${FIRST[(i * 5) % FIRST.length]} ${LAST[(i * 7) % LAST.length]}`,
  );

  const names = new Set();
  const leads = Array.from({ length: leadCount }, () => {
    let company;
    do company = `${pick(STARTS)}${pick(ENDS)} ${pick(FORMS)}`;
    while (names.has(company));
    names.add(company);
    const domain = `${company
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .replace(/^-|-$/g, '')}.example`;
    const [first, last] = [pick(FIRST), pick(LAST)];
    const created = now - Math.floor(random() * 900 + 20) * DAY;
    return [
      company,
      `${first} ${last}`,
      pick(['CEO', 'Head of sales', 'Buyer', 'CTO', 'Operations', 'Founder']),
      `${first}.${last}@${domain}`.toLowerCase(),
      `+1 555 ${String(Math.floor(random() * 1e7)).padStart(7, '0')}`,
      pick(['New', 'Contacted', 'Qualified', 'Customer', 'Customer']),
      pick(SOURCES),
      pick(INDUSTRIES),
      pick(SIZES),
      `https://${domain}`,
      pick(owners),
      dayText(created),
    ];
  });

  const deals = Array.from({ length: dealCount }, () => {
    const lead = pick(leads);
    const [product, price] = pick(PRODUCTS);
    const created = Math.max(Date.parse(lead.at(-1)), now - Math.floor(random() ** 1.5 * 800) * DAY);
    const cycle = Math.floor(20 + random() ** 2 * 160) * DAY;
    const isOver = created + cycle < now && random() < 0.93;
    const won = isOver && random() < 0.62;
    const value = Math.round((price * (0.6 + random() * 1.2)) / 10) * 10;
    return [
      `${product} for ${lead[0]}`,
      lead[0],
      isOver ? (won ? 'Closed Won' : 'Closed Lost') : stageAt(random()),
      isOver && !won && random() < 0.4 ? '' : String(value),
      dayText(isOver ? created + cycle : now + Math.floor(random() * 120 - 15) * DAY),
      dayText(created),
      lead[10],
      product,
      isOver ? '' : random() < 0.7 ? pick(STEPS) : '',
      isOver && !won ? pick(['Price', 'Competitor', 'Timing', 'No decision', 'Other']) : '',
    ];
  });

  const activities = Array.from({ length: activityCount }, () => {
    const deal = Math.floor(random() * deals.length);
    const isTask = random() < 0.08;
    const type = isTask ? 'Task' : pick(Object.keys(SUBJECTS));
    const created = Date.parse(deals[deal][5]);
    const at = Math.min(now - DAY, created + Math.floor(random() * 60) * DAY);
    return {
      deal,
      type,
      subject: isTask ? pick(STEPS) : pick(SUBJECTS[type]),
      at: `${dayText(at)} ${String(8 + Math.floor(random() * 10)).padStart(2, '0')}:${String(Math.floor(random() * 60)).padStart(2, '0')}`,
      due: isTask ? dayText(now + Math.floor(random() * 30 - 8) * DAY) : '',
      owner: deals[deal][6],
    };
  });

  return {
    leads: [
      [
        'Company',
        'Contact',
        'Title',
        'Email',
        'Phone',
        'Status',
        'Source',
        'Industry',
        'Company size',
        'Website',
        'Owner',
        'Created at',
      ],
      ...leads,
    ],
    deals: [
      [
        'Title',
        'Lead',
        'Stage',
        'Value',
        'Expected close',
        'Created at',
        'Owner',
        'Product',
        'Next step',
        'Lost reason',
      ],
      ...deals,
    ],
    activities,
  };
}

function stageAt(share) {
  let sum = 0;
  for (const [stage, part] of OPEN) {
    sum += part;
    if (share < sum) return stage;
  }
  return OPEN[0][0];
}

/** A table as CSV text: every field quoted, lines ended as spreadsheets do. */
export const csvOf = (table) =>
  table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
