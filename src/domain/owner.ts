/** An owner's name as it is compared: people type it with other spaces and in other case. */
export const plainOwner = (name: string): string => name.trim().toLowerCase();
