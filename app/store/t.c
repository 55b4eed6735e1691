#include "bf-merge.h"
#include "bf-document-report.h"
