export const name: string
export const folder: string
export const command: string
export function makeTestDeb(): Promise<string>
