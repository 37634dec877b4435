import type { DataSource } from 'typeorm';
import { type Timings, timings } from './timings.js';

/** The queue one would write in SQL: least heard, then longest wait, with the index it wants. It knows no groups. */
export async function byDatabase(db: DataSource, contenders: number, selections: number): Promise<Timings> {
  await db.query(`create table bench_line (
    id int primary key, turns int not null default 0, ready int not null, taken boolean not null default false
  )`);
  try {
    await db.query(`insert into bench_line (id, ready) select i, i from generate_series(1, $1::int) i`, [contenders]);
    await db.query(`create index on bench_line (turns, ready) where not taken`);
    await db.query(`analyze bench_line`);
    const took: number[] = [];
    for (let i = 1; i <= selections; i++) {
      const start = performance.now();
      await db.query(NEXT);
      took.push(performance.now() - start);
      await db.query(`insert into bench_line (id, ready) values ($1, $1)`, [contenders + i]);
    }
    return timings(took);
  } finally {
    await db.query(`drop table bench_line`);
  }
}

const NEXT = `update bench_line set taken = true, turns = turns + 1 where id = (
    select id from bench_line where not taken order by turns, ready limit 1 for update skip locked
  ) returning id`;
