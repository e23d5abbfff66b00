import { createReadStream } from "node:fs"
import { createGunzip } from "node:zlib"
import { BackupProblem } from "./backup-format"

const END_OF_ROWS = "\\.\n"

/** Reads a backup's lines and the rows of its tables, a piece at a time. A file that is damaged or cut short ends with a problem. */
export class BackupReader {
  private readonly chunks: AsyncIterator<Buffer>
  private rest: Buffer = Buffer.alloc(0)

  constructor(readonly file: string) {
    const source = createReadStream(file)
    const gunzip = createGunzip()
    source.once("error", (error) => gunzip.destroy(error))
    // Whoever reads is told; one that comes before anybody reads would end the process.
    gunzip.on("error", () => {})
    this.chunks = source.pipe(gunzip)[Symbol.asyncIterator]()
  }

  /** The next line, without its end; null at the end of the file. */
  async line(): Promise<string | null> {
    for (;;) {
      const at = this.rest.indexOf(10)
      if (at >= 0)
        return this.take(at + 1)
          .subarray(0, at)
          .toString("utf8")
      if (!(await this.more())) return null
    }
  }

  /** Whole rows of the table whose COPY line was just read, to its end mark. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      if (this.rest.subarray(0, 3).toString("latin1") === END_OF_ROWS) {
        this.take(3)
        return
      }
      const mark = this.rest.indexOf(`\n${END_OF_ROWS}`)
      const whole = mark >= 0 ? mark + 1 : this.rest.lastIndexOf(10) + 1
      if (whole > 0) yield this.take(whole)
      else if (!(await this.more())) throw new BackupProblem("backupDamaged", { file: this.file })
    }
  }

  /** Lets go of the file, wherever it was read to. */
  async close(): Promise<void> {
    await this.chunks.return?.()
  }

  private take(bytes: number): Buffer {
    const taken = this.rest.subarray(0, bytes)
    this.rest = this.rest.subarray(bytes)
    return taken
  }

  private async more(): Promise<boolean> {
    try {
      const { value, done } = await this.chunks.next()
      if (done) return false
      this.rest = this.rest.length > 0 ? Buffer.concat([this.rest, value]) : value
      return true
    } catch (error) {
      const { code = "?" } = error as NodeJS.ErrnoException
      if (code === "ENOENT" || code === "EACCES" || code === "EISDIR")
        throw new BackupProblem("noFile", { file: this.file, reason: code })
      throw new BackupProblem("backupDamaged", { file: this.file })
    }
  }
}
