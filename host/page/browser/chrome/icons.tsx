const icon = (path: string) => () => (
  <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="currentColor">
    <path d={path} />
  </svg>
);

export const CloseIcon = icon(
  'M18.3 5.7a1 1 0 0 0-1.4 0L12 10.6 7.1 5.7a1 1 0 0 0-1.4 1.4l4.9 4.9-4.9 4.9a1 1 0 1 0 1.4 1.4l4.9-4.9 4.9 4.9a1 1 0 0 0 1.4-1.4L13.4 12l4.9-4.9a1 1 0 0 0 0-1.4Z',
);
export const ArrowIcon = icon(
  'M9.3 6.7a1 1 0 0 1 1.4 0l4.6 4.6a1 1 0 0 1 0 1.4l-4.6 4.6a1 1 0 1 1-1.4-1.4l3.9-3.9-3.9-3.9a1 1 0 0 1 0-1.4Z',
);
export const TickIcon = icon(
  'M9.5 16.2 5.8 12.5a1 1 0 1 0-1.4 1.4l4.4 4.4a1 1 0 0 0 1.4 0L19.6 8.9a1 1 0 0 0-1.4-1.4l-8.7 8.7Z',
);
export const MoonIcon = icon(
  'M12.3 3.1a9 9 0 1 0 8.6 12 1 1 0 0 0-1.3-1.2 7 7 0 0 1-8.6-9.5 1 1 0 0 0 1.3-1.3Zm-3 2.5a9 9 0 0 0 8.6 10.7 7 7 0 1 1-8.6-10.7Z',
);
export const SunIcon = icon(
  'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10Zm0 8a3 3 0 1 1 0-6 3 3 0 0 1 0 6Zm0-13a1 1 0 0 1 1 1v1a1 1 0 1 1-2 0V3a1 1 0 0 1 1-1Zm0 17a1 1 0 0 1 1 1v1a1 1 0 1 1-2 0v-1a1 1 0 0 1 1-1ZM2 12a1 1 0 0 1 1-1h1a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1Zm17 0a1 1 0 0 1 1-1h1a1 1 0 1 1 0 2h-1a1 1 0 0 1-1-1ZM4.9 4.9a1 1 0 0 1 1.4 0l.7.7A1 1 0 1 1 5.6 7l-.7-.7a1 1 0 0 1 0-1.4ZM17 17a1 1 0 0 1 1.4 0l.7.7a1 1 0 0 1-1.4 1.4l-.7-.7a1 1 0 0 1 0-1.4ZM4.9 19.1a1 1 0 0 1 0-1.4l.7-.7A1 1 0 1 1 7 18.4l-.7.7a1 1 0 0 1-1.4 0ZM17 7a1 1 0 0 1 0-1.4l.7-.7a1 1 0 0 1 1.4 1.4l-.7.7A1 1 0 0 1 17 7Z',
);

/** The file's mark: a sheet with a grid. */
export const FileIcon = () => (
  <svg viewBox="0 0 32 40" width="28" height="35" aria-hidden="true">
    <path d="M3 0h18l11 11v26a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3Z" fill="#188038" />
    <path d="M21 0l11 11H24a3 3 0 0 1-3-3Z" fill="#8ed1a5" />
    <path d="M8 18h16v14H8Zm2 2v4h5v-4Zm7 0v4h5v-4Zm-7 6v4h5v-4Zm7 0v4h5v-4Z" fill="#fff" />
  </svg>
);
