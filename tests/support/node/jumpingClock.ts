/** Loaded before a server of the tests: its clock jumps ahead at each SIGUSR2, by `CLOCK_JUMP_MS`. */

const real = Date.now
let ahead = 0

process.on('SIGUSR2', () => (ahead += Number(process.env['CLOCK_JUMP_MS'])))
Date.now = () => real() + ahead
