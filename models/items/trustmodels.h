#pragma once

// The tables of the Certificate Manager, together.
#include "items/allowedhostsmodel.h"
#include "items/systemtruststoremodel.h"
#include "items/userkeystoremodel.h"
#include "items/usertruststoremodel.h"
#include "session/trustedits.h"
#include "trust/trusttext.h"
