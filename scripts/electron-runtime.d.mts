export interface Runtime {
	readonly kind: "package" | "stand-in"
	readonly version: string
	readonly executable: string
}
export function electronRuntime(): Promise<Runtime>
export function describe(runtime: Runtime): string
export function requiredFlags(): string[]
