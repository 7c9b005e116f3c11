import { z } from 'zod'

/** Kinds of article (thể loại). */
export const Genre = z.enum([
  'news',
  'feature',
  'reportage',
  'interview',
  'communique',
  'speech',
  'commentary',
  'photo-story',
  'notice',
  'other',
])
export type Genre = z.infer<typeof Genre>

/** Kinds of event, as the reading contract names them. */
export const EventType = z.enum([
  'session',
  'conference',
  'meeting',
  'working-visit',
  'voter-meeting',
  'supervision',
  'survey',
  'award',
  'congress',
  'ceremony',
  'visit',
  'press-conference',
  'other',
])
export type EventType = z.infer<typeof EventType>
