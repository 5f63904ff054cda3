import { setFlagsFromString } from "node:v8"

/**
 * The rows of a block live as long as the block, by which V8 learns that their kind gets old, and makes the next ones among the old objects
 * at once: there those of millions of rows wait for a full collection, and keep alive whatever they hold. It is told not to learn that.
 */
setFlagsFromString("--no-allocation-site-pretenuring")
