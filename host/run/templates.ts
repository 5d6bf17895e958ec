type Piece = { readonly raw: unknown } | { readonly value: unknown };
type Service = Record<string, (...args: unknown[]) => unknown>;

/**
 * The realm's part of HtmlService: templates hold whatever values a script sets on them, and their scriptlets run among the
 * script's own globals. Runs inside the realm from its source text, as the prelude does, and uses nothing from outside its
 * body. Answers with a function that makes of a service object what scripts see of it.
 */
export function templates(): (service: object, className: string) => object {
  const printable = (value: unknown): unknown =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : String(value);

  /** What the code of a template prints into. Its odd names are Google's: `getCode` shows them. */
  const printer = (join: (pieces: readonly Piece[]) => unknown): object => {
    const pieces: Piece[] = [];
    return {
      set _(html: unknown) {
        pieces.push({ raw: String(html) });
      },
      set _$(value: unknown) {
        pieces.push({ value: printable(value) });
      },
      get $out() {
        return join(pieces);
      },
    };
  };

  const htmlService = (service: Service): object =>
    new Proxy(service, {
      get: (_, name) =>
        name === 'initTemplate' ? () => printer((pieces) => service['initTemplate']!(pieces)) : service[name as string],
    });

  const template = (service: Service): object => {
    const set: Record<string, unknown> = {};
    const evaluate = (): unknown => {
      const names = Object.keys(set).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
      const run = new Function(...names, `return ${String(service['getCode']!())}`) as (
        ...values: unknown[]
      ) => unknown;
      return run(...names.map((name) => set[name]));
    };
    return new Proxy(service, {
      get: (_, name) => {
        if (typeof name === 'string' && Object.hasOwn(set, name)) return set[name];
        return name === 'evaluate' ? evaluate : service[name as string];
      },
      set: (_, name, value: unknown) => {
        set[name as string] = value;
        return true;
      },
      has: (_, name) => name in set,
      ownKeys: () => Object.keys(set),
      getOwnPropertyDescriptor: (_, name) => Object.getOwnPropertyDescriptor(set, name),
    });
  };

  return (service, className) => {
    if (className === 'HtmlService') return htmlService(service as Service);
    return className === 'HtmlTemplate' ? template(service as Service) : service;
  };
}
