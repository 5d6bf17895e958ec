import { type Injector, ThemeService } from '@univerjs/core';
import { ICanvasColorService } from '@univerjs/engine-render';

/** The surface of the dark theme, as in page.css. */
const SURFACE = [27, 28, 31] as const;

/** In its dark theme Univer turns colours over, white into black. The page is not that dark: all of them are lifted. */
export function liftDarkInks(injector: Injector): void {
  const colors = injector.get(ICanvasColorService);
  const theme = injector.get(ThemeService);
  const turned = colors.getRenderColor.bind(colors);
  const lifted = new Map<string, string>();
  colors.getRenderColor = (color) => {
    const dark = turned(color);
    if (!theme.darkMode) return dark;
    let ink = lifted.get(dark);
    if (ink === undefined) {
      ink = lift(dark);
      lifted.set(dark, ink);
    }
    return ink;
  };
}

function lift(color: string): string {
  const parts = /^#[0-9a-f]{6}$/i.test(color)
    ? [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
    : (/^rgba?\(([^)]+)\)/.exec(color)?.[1]?.split(',').map(Number) ?? []);
  const [r, g, b, alpha = 1] = parts;
  if (r === undefined || g === undefined || b === undefined) return color;
  const [red, green, blue] = [r, g, b].map((part, i) => Math.round(SURFACE[i]! + (part * (255 - SURFACE[i]!)) / 255));
  return `rgba(${red},${green},${blue},${alpha})`;
}
