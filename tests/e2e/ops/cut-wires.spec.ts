import { recordTried, tries } from "../../assurance/record"
import { findFaults } from "../../durability/ledger"
import { prepareWork, untilMore } from "../../durability/rounds"
import { startWork } from "../../durability/work"
import { expect, test } from "../../support/e2e"
import { anyFault, faultsDone, mostlyNone, startFaultProxy } from "../../support/fault-proxy"

/** Pieces of requests that are cut, lose their answer, come late or in crumbs. */
const FAULTS = tries(100, 4_000)
const STUDENTS = 6

test(`nothing acknowledged is lost, nothing stands twice, on wires with ${FAULTS} faults`, async () => {
  test.setTimeout(180_000 + FAULTS * 100)
  const port = Number(new URL(process.env.COLLOQUY_E2E_URL ?? "").port)
  const proxy = await startFaultProxy(port, mostlyNone(0.2, anyFault))
  const work = startWork(await prepareWork(() => proxy.port, STUDENTS))
  // At least one whole round of everybody's.
  while (faultsDone(proxy) < FAULTS || work.ledger.replies.size < STUDENTS) await untilMore(work, 1)
  await work.stop()
  await proxy.close()
  const faults = await findFaults(work.ledger)
  const { saves, handedIn, replies } = work.ledger
  const promise = "cut-wires-lose-nothing"
  recordTried({
    promise,
    tried: faultsDone(proxy),
    of: "faults on the wires of a class",
    lost: faults.length,
  })
  recordTried({ promise, tried: saves.length, of: "saves acknowledged meanwhile", lost: 0 })
  recordTried({
    promise,
    tried: handedIn.size,
    of: "attempts handed in meanwhile, each scored whole",
    lost: 0,
  })
  recordTried({ promise, tried: replies.size, of: "replies posted meanwhile, each once", lost: 0 })
  expect(faults).toEqual([])
})
