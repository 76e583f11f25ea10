/** Bytes that the bundler reads from a file. */
declare module '*.bin' {
  const bytes: Uint8Array<ArrayBuffer>
  export default bytes
}
