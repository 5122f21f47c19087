/** Who reads much of a ledger does so a few at a time, in this process. */
import { openGate } from '../threads/gate.ts'

const AT_ONCE = 2

export const ledgerGate = openGate(AT_ONCE)
