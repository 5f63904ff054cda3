import { NotOpened } from "../disk/not-opened.ts"

const words: Readonly<Record<string, string>> = {
	EACCES: "permission denied",
	EAGAIN: "another program has it open: close it there, then try again",
	EBUSY: "another program has it open: close it there, then try again",
	EADDRINUSE: "the port is in use: choose another",
	EEXIST: "something else is there already",
	EISDIR: "this is a folder, not a file",
	ELOOP: "a link that leads to itself",
	ENAMETOOLONG: "the name is too long",
	ENOENT: "there is no such file or folder",
	ENOSPC: "the disk is full: make room, then start again",
	ENOTDIR: "a part of the path is a file, not a folder",
	EPERM: "not permitted, or another program has it open: close it there, then try again",
	EROFS: "the disk is read-only",
}

/** What the system says is wrong, in words and with the path; nothing for an error that is not one of its usual ones. */
export function describeSystemError(error: NodeJS.ErrnoException): string | undefined {
	if (error instanceof NotOpened) return error.message
	// Node says of a folder that cannot be made on a read-only disk only that it is not there.
	const known =
		error.code === "ENOENT" && error.syscall === "mkdir"
			? "it cannot be made: the disk or the folder above it is read-only, or gone"
			: words[error.code ?? ""]
	if (known === undefined) return undefined
	return error.path === undefined ? `${known[0]?.toUpperCase()}${known.slice(1)}.` : `${error.path}: ${known}.`
}
