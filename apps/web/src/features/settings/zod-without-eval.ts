import { config } from "zod";

// zod would otherwise try `new Function` with its first schema, which the content security policy blocks and reports: import this first.
config({ jitless: true });
