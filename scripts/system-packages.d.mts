export const windowsPackages: readonly string[]
export function installSystemPackages(packages?: readonly string[]): void
