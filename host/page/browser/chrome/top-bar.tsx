import { useEffect, useRef } from 'preact/hooks';
import { fileName, user } from '../state';
import { chooseTheme, theme } from '../theme';
import { LastCost } from './costs';
import { FileIcon, MoonIcon, SunIcon } from './icons';
import { type BarMenu, MenuBar } from './menu-bar';

type Props = {
  readonly menus: readonly BarMenu[];
  readonly rename: (name: string) => void;
  readonly focusGrid: () => void;
  /** Hands out what puts the cursor into the name. */
  readonly onNameField: (edit: () => void) => void;
};

/** The file's name, the menus, and the mark that says what this is. */
export function TopBar({ menus, rename, focusGrid, onNameField }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => onNameField(() => field.current?.select()), [onNameField]);
  const dark = theme.value === 'dark';
  const keep = () => {
    const name = field.current?.value.trim();
    if (name && name !== fileName.value) rename(name);
    else if (field.current) field.current.value = fileName.value;
  };
  return (
    <header class="top-bar">
      <span class="file-icon">
        <FileIcon />
      </span>
      <div class="top-bar-lines">
        <div class="top-bar-line">
          <span class="file-name">
            <span aria-hidden="true">{fileName.value}</span>
            <input
              ref={field}
              aria-label="File name"
              value={fileName.value}
              spellcheck={false}
              onBlur={keep}
              onKeyDown={({ key }) => {
                if (key === 'Escape' && field.current) field.current.value = fileName.value;
                if (key === 'Enter' || key === 'Escape') focusGrid();
              }}
            />
          </span>
          <span class="badge" title="An offline stand-in for Google Sheets, on this computer only">
            Offline host
          </span>
        </div>
        <div class="top-bar-line">
          <MenuBar menus={menus} leave={focusGrid} />
          <LastCost />
        </div>
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={dark ? 'Light theme' : 'Dark theme'}
        title={dark ? 'Light theme' : 'Dark theme'}
        onClick={() => chooseTheme(dark ? 'light' : 'dark')}
      >
        {dark ? <SunIcon /> : <MoonIcon />}
      </button>
      <span class="avatar" title={user.value}>
        {user.value.slice(0, 1).toUpperCase()}
      </span>
    </header>
  );
}
