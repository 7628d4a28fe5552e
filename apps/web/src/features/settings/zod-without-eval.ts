import { config } from "zod";

// zod would otherwise try `new Function`, which the content security policy blocks and reports.
config({ jitless: true });
