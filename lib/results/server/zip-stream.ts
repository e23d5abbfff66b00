import "server-only"
import { Zip, ZipDeflate } from "fflate"
import { reportBug } from "@/lib/platform/log"

type TextFile = { path: string; text: string }

/**
 * Files as one zip, packed as they come and no faster than they are read. Where one of them fails the download breaks off:
 * a zip without its end opens nowhere, so half of a class is never taken for all of it.
 */
export function zipStream(files: AsyncGenerator<TextFile>): ReadableStream<Uint8Array> {
  const packed: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    packed.push(chunk)
  })
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await files.next()
        if (done) zip.end()
        else addFile(zip, value)
        for (const chunk of packed.splice(0)) controller.enqueue(chunk)
        if (done) controller.close()
      } catch (error) {
        reportBug(error, "zip")
        controller.error(error)
      }
    },
    async cancel() {
      await files.return(undefined)
    },
  })
}

function addFile(zip: Zip, { path, text }: TextFile): void {
  const entry = new ZipDeflate(path, { level: 6 })
  zip.add(entry)
  entry.push(new TextEncoder().encode(text), true)
}
