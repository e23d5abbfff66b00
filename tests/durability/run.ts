import { recordTried } from "../assurance/record"
import { killRounds } from "./kill-rounds"

// `npm run kill -- 50`: app and PostgreSQL killed in the middle of saving, that many times.
const rounds = Number(process.argv[2] ?? 50)
let total = 0
let lost = 0
await killRounds({
  rounds,
  students: 8,
  onRound: (one) => {
    total += one.acknowledged
    lost += one.lost.length
    const words = `${one.acknowledged} saves acknowledged, ${one.lost.length} lost, restarted in ${one.restartMs} ms`
    console.log(`round ${String(one.round).padStart(3)}: ${words}`)
    for (const key of one.lost) console.log(`  lost: ${key}`)
  },
})
recordTried({
  promise: "acknowledged-is-stored",
  tried: total,
  of: `saves acknowledged around ${rounds} kills`,
  lost,
})
console.log(`${rounds} rounds, ${total} saves acknowledged, ${lost} lost`)
process.exitCode = lost > 0 ? 1 : 0
